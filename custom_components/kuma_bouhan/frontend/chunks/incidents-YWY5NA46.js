import{a as y}from"./chunk-5J4YOCMI.js";import{d as m,e as l,j as d,k as f,l as c,m as o}from"./chunk-2R3BWFY5.js";import{k as u}from"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as i,e as r}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var p=class extends y{constructor(){super(...arguments);this.theme="incidents";this.watch=m(this,"incidents")}made(t,e){let n=this.panel.may("follow_incident");return e==="incidents/note"&&n?String(t.number):null}top({can:t}){return i`${this.acts([{deed:"incidents/note",can:t.includes("note"),way:"primary"}])}`}body({incidents:t},e){let n=this.panel.may("follow_incident");if(e){let s=t.find(({number:a})=>String(a)===e);return s?this.incident(s):this.notFound()}return n?t.length?i`<ul class="card links">
      ${t.map(s=>i`<li>${this.line(s)}</li>`)}
    </ul>`:i`<p class="card soft">${this.t("duties.incidents.none")}</p>`:this.note(this.t("duties.incidents.only_note"))}named({number:t,what:e}){return this.t("duties.numbered",{number:t,what:u(this.panel,"incident",e)})}stateTag({closed:t}){return t?this.tag(this.t("duties.incidents.closed"),"plain"):this.tag(this.t("duties.incidents.open"),"warn")}line(t){return this.link(["duties","incidents",String(t.number)],i`
        <span class="title">${this.named(t)}</span>
        <span class="side">${this.stateTag(t)}</span>
        <p class="small soft">
          ${[d(this.panel,t.learned),o(this.panel,t.cameras)].filter(Boolean).join("・")}
        </p>
      `,"item")}incident(t){let{panel:e}=this,n=this.named(t),s={fixed:{number:t.number},about:n};return i`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${n}</h2>
          ${this.stateTag(t)}
        </div>
        ${t.erased?this.note(this.t("duties.erased")):r}
        ${this.facts([["happened_text",t.text],["measures",t.measures],["learned",d(e,t.learned)],["happened",t.happened?d(e,t.happened):this.t("duties.unknown")],["cameras",o(e,t.cameras)],["noted_by",f(e,t.by_name)],["informed",t.informed.length?c(e,"informed",t.informed):this.t("duties.incidents.nobody")],["prevention",t.prevention]])}
        ${this.acts([{deed:"incidents/follow",can:t.can.includes("follow"),way:"primary",opening:s},{deed:"incidents/close",can:t.can.includes("close"),opening:s}],this.printer("incident",this.t("duties.paper.incident"),{number:t.number}))}
      </section>
      ${t.closed?r:this.reminder(t)} ${this.history(t)}
    `}reminder(t){return i`<section class="card" aria-labelledby="law">
      <h2 id="law">${this.t("duties.incidents.law.heading")}</h2>
      <p>${this.t("duties.incidents.law.what")}</p>
      ${this.facts([["first_report",l(this.panel,t.first_report)],["full_report",l(this.panel,t.full_report)]])}
      ${this.note(this.t("duties.incidents.law.not_decided"),"warn")}
    </section>`}history(t){if(!t.followed.length&&!t.closed)return r;let{panel:e}=this;return i`<section class="card" aria-labelledby="history">
      <h2 id="history">${this.t("duties.history")}</h2>
      <ol class="history">
        ${t.followed.map(({at:n,informed:s,text:a})=>i`<li>
              <p>
                <strong>
                  ${s.length?this.t("duties.incidents.told",{whom:c(e,"informed",s)}):this.t("duties.incidents.followed")}
                </strong>
              </p>
              <p class="small soft">${d(e,n)}</p>
              <p class="text">${a}</p>
            </li>`)}
        ${t.closed?i`<li>
                <p><strong>${this.t("duties.incidents.closed")}</strong></p>
                <p class="small soft">${d(e,t.closed)}</p>
              </li>`:r}
      </ol>
    </section>`}};h("kb-theme-incidents",p);export{p as IncidentsTheme};
