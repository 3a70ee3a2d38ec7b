import{a as C}from"./chunk-VIVT2EJ5.js";import{d as k,e as d,f as p,g as w,h as b,j as v,k as _}from"./chunk-IN6ZKOSW.js";import{j as o}from"./chunk-LOCIJWLP.js";import"./chunk-O6JU2VDL.js";import"./chunk-WG5PMATA.js";import"./chunk-XWRXNJIZ.js";import"./chunk-HWLRMMWF.js";import"./chunk-3MLADBXI.js";import{a as y}from"./chunk-ZIN35BPL.js";import"./chunk-I6UTLSEY.js";import"./chunk-3ZYTRFYJ.js";import"./chunk-LYGZ57WX.js";import"./chunk-LJNQ67HQ.js";import"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{E as $,Ka as g}from"./chunk-UG2EDGRD.js";import{a as f}from"./chunk-BYHIPRB2.js";import{b as e,e as n}from"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";var T={running:"",over:"warn",settled:"plain"},h=class extends C{constructor(){super(...arguments);this.theme="contracts";this.watch=k(this,"contracts")}made(t,s){return s==="contracts/make"?String(t.contract):null}top({can:t,clause:s}){return e`${this.acts([{deed:"contracts/make",can:t.includes("make"),way:"primary",opening:{given:{start:this.panel.format.date(Date.now())},before:this.clause(s)}}])}`}body(t,s){if(s){let c=t.contracts.find(({contract:a})=>a===s);return c?this.contract(c,t):this.notFound()}return e`
      ${t.contracts.length?e`<ul class="card links">
              ${t.contracts.map(c=>e`<li>${this.line(c)}</li>`)}
            </ul>`:e`<p class="card soft">${this.t("duties.contracts.none")}</p>`}
      <section class="card">${this.clause(t.clause)}</section>
    `}named({company:t,task:s}){return t||o(this.panel,"task",s)}stateTag({state:t}){return this.tag(this.t(`duties.contracts.state.${t}`),T[t])}line(t){let{panel:s}=this;return this.link(["duties","contracts",t.contract],e`
        <span class="title">${this.named(t)}</span>
        <span class="side">${this.stateTag(t)}</span>
        <p class="small soft">
          ${o(s,"task",t.task)}・${this.t("span.both",{from:d(s,t.start),to:p(s,t.until)})}
        </p>
        ${t.clause?n:e`<p class="small bad strong">${this.t("duties.contracts.no_clause")}</p>`}
      `,"item")}contract(t,{clause:s,users:c}){let{panel:a}=this,{contract:r}=t,l=this.named(t),i={fixed:{contract:r},about:l};return e`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${l}</h2>
          ${this.stateTag(t)}
        </div>
        ${t.erased?this.note(this.t("duties.erased")):n}
        ${t.clause?n:this.note(this.t("duties.contracts.no_clause"),"warn")}
        ${this.facts([["contact",t.contact],["task",[o(a,"task",t.task),t.task_text].filter(Boolean).join(`
`)],["contract_reason",t.reason],["term",this.t("span.both",{from:d(a,t.start),to:p(a,t.until)})],["ended",t.ended&&v(a,t.ended)],["clause",t.clause&&this.t("duties.contracts.with_clause")],["certified",t.certified&&[o(a,"certified",t.certified),t.certified_on&&d(a,t.certified_on),t.document].filter(Boolean).join(`
`)]])}
        ${this.acts([{deed:"contracts/certify",can:t.can.includes("certify"),way:"primary",opening:{...i,given:{on:a.format.date(Date.now())}}},{deed:"contracts/make",word:"contracts_change",can:t.can.includes("change"),opening:{...i,given:this.written(t),before:this.clause(s)}},{deed:"contracts/end",can:t.can.includes("end"),way:"danger",opening:i}],e`
            ${this.printer("contract_clause",this.t("duties.paper.contract_clause"),{contract:r})}
            ${t.state==="running"?n:this.printer("certificate",this.t("duties.paper.certificate"),{contract:r})}
          `)}
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">${this.t("duties.contracts.people")}</h2>
        <p class="soft">${this.t("duties.contracts.people_what")}</p>
        ${t.people.length?e`<ul class="rows">
                ${t.people.map(({name:u,until:m})=>e`<li>
                      <p class="what strong">${_(a,u)}</p>
                      <p class="small soft">
                        ${m?this.t("duties.until",{day:p(a,m)}):""}
                      </p>
                    </li>`)}
              </ul>`:e`<p>${this.t("duties.contracts.nobody")}</p>`}
        ${this.acts([{deed:"contracts/person",can:t.can.includes("person"),opening:{...i,people:c}}])}
      </section>
    `}written(t){let{company:s,contact:c,task:a,task_text:r,reason:l,clause:i}=t,u=b(this.panel,t.start);return{company:s,contact:c,task:a,task_text:r,reason:l,clause:i,start:u,until:w(this.panel,t.until)}}clause(t){let s=async()=>{let c=await y(t);this.panel.say(this.t(c?"duties.copied":"duties.not_copied"))};return e`<details>
      <summary>${this.t("duties.contracts.clause")}</summary>
      <p class="soft">${this.t("duties.contracts.clause_what")}</p>
      <p class="said text">${t}</p>
      <button type="button" class="button" @click=${()=>{s()}}>
        ${g($,20)}${this.t("duties.copy")}
      </button>
    </details>`}};f("kb-theme-contracts",h);export{h as ContractsTheme};
