import{a as b}from"./chunk-5J4YOCMI.js";import{d as y,j as c}from"./chunk-2R3BWFY5.js";import"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import{b as w}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import{Ka as n,ga as m,oa as u}from"./chunk-QH2FQVPP.js";import{b as f,e as $}from"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as i,e as o,i as g}from"./chunk-LBO2O6FZ.js";import{a as p}from"./chunk-LO2NM3CE.js";var k={displayed:"",inspection_due:"warn",missing:"bad",never_confirmed:"warn"},r=class extends b{constructor(){super(...arguments);this.theme="signs";this.watch=y(this,"signs");this.photos=new Map;this.stop=new AbortController}disconnectedCallback(){super.disconnectedCallback(),this.stop.abort();for(let t of this.photos.values())URL.revokeObjectURL(t);this.photos=new Map}connectedCallback(){super.connectedCallback(),this.stop=new AbortController}async look(t){let{stop:e}=this;try{let s=f("deeds","signs","photo",t.camera),a=await $(this.panel.hass,s,e.signal);e.signal.aborted?URL.revokeObjectURL(a):this.photos=new Map(this.photos).set(v(t),a)}catch(s){e.signal.aborted||this.panel.say(this.panel.words(s))}}async printSign({camera:t}){let{PrintSignDialog:e}=await import("./print-sign-674T7IGP.js");await w(new e(t),this.panel)}body(t){return i`
      ${t.interlock?this.note(this.t("duties.signs.interlock")):o}
      <p class="soft">${this.t("duties.signs.every",{count:t.every_days})}</p>
      <ul class="list">
        ${t.signs.map(e=>i`<li>${this.sign(e)}</li>`)}
      </ul>
      ${t.signs.length?o:this.note(this.t("today.no_camera"))}
    `}sign(t){let{panel:e}=this,s=this.photos.get(v(t)),a={fixed:{camera:t.camera},about:t.place,given:{place:t.where}};return i`<article class="card" aria-labelledby="sign-${t.camera}">
      <div class="head">
        <h3 id="sign-${t.camera}">${t.place}</h3>
        ${this.tag(this.t(`sign.state.${t.state}`),k[t.state])}
      </div>
      ${this.facts([["missing",t.missing&&c(e,t.missing)],["sign_remarks",t.missing&&t.remarks],["confirmed",t.confirmed&&[c(e,t.confirmed),t.means&&this.t(`duties.signs.means.${t.means}`)].filter(Boolean).join(`
`)],["where",t.where],["due",this.due(t.state==="missing"?null:t.due,t.due!==null&&Date.parse(t.due)<=Date.now())],["entity",t.entity&&this.t("duties.signs.by_entity")]])}
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
            ${n(u,20)}${this.t("duties.signs.print")}
          </button>
        `)}
      <details>
        <summary>${n(m,20)}${this.t("duties.signs.tag.heading")}</summary>
        <p>${this.t("duties.signs.tag.what")}</p>
        <ol class="points">
          <li>${this.t("duties.signs.tag.make")} <code>${t.tag}</code></li>
          <li>${this.t("duties.signs.tag.write")}</li>
          <li>${this.t("duties.signs.tag.scan")}</li>
        </ol>
        ${this.acts([],this.printer("sign_tag",this.t("duties.signs.tag.print"),{camera:t.camera},t.place))}
      </details>
    </article>`}};p([g()],r.prototype,"photos",2);var v=({camera:l,confirmed:d})=>`${l} ${d??""}`;h("kb-theme-signs",r);export{k as SIGN_TAGS,r as SignsTheme};
