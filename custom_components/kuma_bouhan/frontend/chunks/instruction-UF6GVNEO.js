import{a as y}from"./chunk-VIVT2EJ5.js";import{d as f,e as c,i as b,j as g,k as o,l as u}from"./chunk-IN6ZKOSW.js";import"./chunk-LOCIJWLP.js";import"./chunk-O6JU2VDL.js";import"./chunk-WG5PMATA.js";import"./chunk-XWRXNJIZ.js";import"./chunk-HWLRMMWF.js";import"./chunk-3MLADBXI.js";import"./chunk-I6UTLSEY.js";import"./chunk-3ZYTRFYJ.js";import"./chunk-LYGZ57WX.js";import"./chunk-LJNQ67HQ.js";import"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{Ka as $,q as m}from"./chunk-UG2EDGRD.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as e,e as l}from"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";var p=class extends y{constructor(){super(...arguments);this.theme="instruction";this.watch=f(this,"instruction")}top({can:t,people:s}){let i=s.filter(r=>r.can?.includes("hold")??!0);return e`${this.acts([{deed:"instruction/hold",can:t.includes("hold"),way:"primary",opening:{people:i,given:{users:i.filter(({overdue:r})=>r).map(({user_id:r})=>r)}}}])}`}body({people:t,given:s}){return e`
      ${t.length?e`<section class="card" aria-labelledby="people">
              <h2 id="people">${this.t("duties.instruction.people")}</h2>
              <ul class="rows">
                ${t.map(i=>this.person(i))}
              </ul>
            </section>`:l}
      <section aria-labelledby="given">
        <h2 id="given">${this.t("duties.instruction.given")}</h2>
        ${s.length?e`<ul class="list">
                ${s.map(i=>e`<li>${this.instruction(i)}</li>`)}
              </ul>`:e`<p class="card soft">${this.t("duties.instruction.none")}</p>`}
      </section>
    `}person({name:t,roles:s,last:i,due:r,overdue:n}){let{panel:a}=this,d=r?b(a,r,n):null;return e`<li>
      <div class="what">
        <p class="strong">${o(a,t)}</p>
        <p class="small soft">${a.format.list(s.map(v=>this.t(`role.${v}`)))}</p>
      </div>
      <div>
        <p class="small">
          ${i?this.t("duties.instruction.last",{day:c(a,i)}):this.t("duties.instruction.never")}
        </p>
        ${d?e`<p class="small ${n?"bad strong":"soft"}">${d.text}</p>`:l}
      </div>
    </li>`}instruction(t){let{panel:s}=this,i=this.t("duties.numbered",{number:t.number,what:g(s,t.held)});return e`<article class="card" aria-labelledby="no-${t.number}">
      <div class="head"><h3 id="no-${t.number}">${i}</h3></div>
      ${t.erased?this.note(this.t("duties.erased")):l}
      ${this.facts([["taught_by",o(s,t.by_name)],["topics",u(s,"topic",t.topics)],["taught_text",t.text],["users",e`<ul>
            ${t.users.map(({name:r,acknowledged:n})=>e`<li>
                  ${o(s,r)}
                  <span class="small soft">
                    ${n?e`${$(m,16)}${this.t("duties.instruction.acknowledged",{day:c(s,n)})}`:this.t("duties.instruction.unacknowledged")}
                  </span>
                </li>`)}
          </ul>`]])}
      ${this.acts([{deed:"instruction/acknowledge",can:t.can.includes("acknowledge"),way:"primary",opening:{fixed:{number:t.number},about:i,before:e`${this.facts([["topics",u(s,"topic",t.topics)],["taught_text",t.text]])}`}}])}
    </article>`}};h("kb-theme-instruction",p);export{p as InstructionTheme};
