import{a as y}from"./chunk-VIVT2EJ5.js";import{d as $,j as c}from"./chunk-IN6ZKOSW.js";import"./chunk-LOCIJWLP.js";import"./chunk-O6JU2VDL.js";import"./chunk-WG5PMATA.js";import"./chunk-XWRXNJIZ.js";import"./chunk-HWLRMMWF.js";import"./chunk-3MLADBXI.js";import"./chunk-I6UTLSEY.js";import{b as f}from"./chunk-3ZYTRFYJ.js";import"./chunk-LYGZ57WX.js";import"./chunk-LJNQ67HQ.js";import"./chunk-CTWQIWQG.js";import{b as u,e as g}from"./chunk-3A3V5TTW.js";import{Ka as n,ga as p,oa as h}from"./chunk-UG2EDGRD.js";import{a as d}from"./chunk-BYHIPRB2.js";import{b as i,e as o,i as m}from"./chunk-HILQJUX4.js";import{a as l}from"./chunk-LO2NM3CE.js";var b={displayed:"",inspection_due:"warn",missing:"bad",never_confirmed:"warn"},r=class extends y{constructor(){super(...arguments);this.theme="signs";this.watch=$(this,"signs");this.photos=new Map;this.stop=new AbortController}disconnectedCallback(){super.disconnectedCallback(),this.stop.abort();for(let t of this.photos.values())URL.revokeObjectURL(t);this.photos=new Map}connectedCallback(){super.connectedCallback(),this.stop=new AbortController}async look({camera:t}){let{stop:e}=this;try{let s=u("deeds","signs","photo",t),a=await g(this.panel.hass,s,e.signal);e.signal.aborted?URL.revokeObjectURL(a):this.photos=new Map(this.photos).set(t,a)}catch(s){e.signal.aborted||this.panel.say(this.panel.words(s))}}async printSign({camera:t}){let{PrintSignDialog:e}=await import("./print-sign-YJNUCNBK.js");await f(new e(t),this.panel)}body(t){return i`
      ${t.interlock?this.note(this.t("duties.signs.interlock")):o}
      <p class="soft">${this.t("duties.signs.every",{count:t.every_days})}</p>
      <ul class="list">
        ${t.signs.map(e=>i`<li>${this.sign(e)}</li>`)}
      </ul>
      ${t.signs.length?o:this.note(this.t("today.no_camera"))}
    `}sign(t){let{panel:e}=this,s=this.photos.get(t.camera),a={fixed:{camera:t.camera},about:t.place,given:{place:t.where}};return i`<article class="card" aria-labelledby="sign-${t.camera}">
      <div class="head">
        <h3 id="sign-${t.camera}">${t.place}</h3>
        ${this.tag(this.t(`sign.state.${t.state}`),b[t.state])}
      </div>
      ${this.facts([["missing",t.missing&&c(e,t.missing)],["sign_remarks",t.missing&&t.remarks],["confirmed",t.confirmed&&[c(e,t.confirmed),t.means&&this.t(`duties.signs.means.${t.means}`)].filter(Boolean).join(`
`)],["where",t.where],["due",this.due(t.state==="missing"?null:t.due,t.state==="inspection_due")],["entity",t.entity&&this.t("duties.signs.by_entity")]])}
      ${s?i`<img
              class="photo"
              src=${s}
              alt=${this.t("duties.signs.photo_of",{place:t.place})}
            />`:o}
      ${this.acts([{deed:"signs/confirm",can:t.can.includes("confirm"),way:t.state==="displayed"?"":"primary",opening:a,of:t.place},{deed:"signs/missing",can:t.can.includes("missing"),way:"danger",opening:a,of:t.place}],i`
          ${t.photo&&!s?i`<button class="button quiet" @click=${()=>{this.look(t)}}>
                  ${this.t("duties.signs.photo")}
                </button>`:o}
          <button
            class="button quiet"
            aria-label=${this.t("duties.of",{act:this.t("duties.signs.print"),what:t.place})}
            @click=${()=>{this.printSign(t)}}
          >
            ${n(h,20)}${this.t("duties.signs.print")}
          </button>
        `)}
      <details>
        <summary>${n(p,20)}${this.t("duties.signs.tag.heading")}</summary>
        <p>${this.t("duties.signs.tag.what")}</p>
        <ol class="points">
          <li>${this.t("duties.signs.tag.make")} <code>${t.tag}</code></li>
          <li>${this.t("duties.signs.tag.write")}</li>
          <li>${this.t("duties.signs.tag.scan")}</li>
        </ol>
        ${this.acts([],this.printer("sign_tag",this.t("duties.signs.tag.print"),{camera:t.camera},t.place))}
      </details>
    </article>`}};l([m()],r.prototype,"photos",2);d("kb-theme-signs",r);export{b as SIGN_TAGS,r as SignsTheme};
