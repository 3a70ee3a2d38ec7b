import{a as b}from"./chunk-5J4YOCMI.js";import{d as m,e as c,i as $,j as f,k as o,l as u}from"./chunk-2R3BWFY5.js";import"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as i,e as l}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var p=class extends b{constructor(){super(...arguments);this.theme="instruction";this.watch=m(this,"instruction")}top({can:t,people:e}){let s=e.filter(n=>n.can?.includes("hold")??!0);return i`${this.acts([{deed:"instruction/hold",can:t.includes("hold"),way:"primary",opening:{people:s,given:{users:s.filter(({overdue:n,last:r})=>n||!r).map(({user_id:n})=>n)}}}])}`}body({people:t,given:e}){return i`
      ${t.length?i`<section class="card" aria-labelledby="people">
              <h2 id="people">${this.t("duties.instruction.people")}</h2>
              <ul class="rows">
                ${t.map(s=>this.person(s))}
              </ul>
            </section>`:l}
      <section aria-labelledby="given">
        <h2 id="given">${this.t("duties.instruction.given")}</h2>
        ${e.length?i`<ul class="list">
                ${e.map(s=>i`<li>${this.instruction(s)}</li>`)}
              </ul>`:i`<p class="card soft">${this.t("duties.instruction.none")}</p>`}
      </section>
    `}person({name:t,roles:e,last:s,due:n,overdue:r}){let{panel:a}=this,d=n?$(a,n,r):null;return i`<li>
      <div class="what">
        <p class="strong">${o(a,t)}</p>
        <p class="small soft">${a.format.list(e.map(g=>this.t(`role.${g}`)))}</p>
      </div>
      <div>
        <p class="small">
          ${s?this.t("duties.instruction.last",{day:c(a,s)}):this.t("duties.instruction.never")}
        </p>
        ${d?i`<p class="small ${r?"bad strong":"soft"}">${d.text}</p>`:l}
      </div>
    </li>`}instruction(t){let{panel:e}=this,s=this.t("duties.numbered",{number:t.number,what:f(e,t.held)});return i`<article class="card" aria-labelledby="no-${t.number}">
      <div class="head"><h3 id="no-${t.number}">${s}</h3></div>
      ${t.erased?this.note(this.t("duties.erased")):l}
      ${this.facts([["taught_by",o(e,t.by_name)],["topics",u(e,"topic",t.topics)],["taught_text",t.text],["users",i`<ul>
            ${t.users.map(({name:n,acknowledged:r})=>i`<li>
                  ${o(e,n)}
                  <span class="small soft">
                    ${r?this.t("duties.instruction.acknowledged",{day:c(e,r)}):this.t("duties.instruction.unacknowledged")}
                  </span>
                </li>`)}
          </ul>`]])}
      ${this.acts([{deed:"instruction/acknowledge",can:t.can.includes("acknowledge"),way:"primary",of:s,opening:{fixed:{number:t.number},about:s,before:i`${this.facts([["topics",u(e,"topic",t.topics)],["taught_text",t.text]])}`}}])}
    </article>`}};h("kb-theme-instruction",p);export{p as InstructionTheme};
