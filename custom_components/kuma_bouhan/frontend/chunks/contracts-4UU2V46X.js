import{a as T}from"./chunk-5J4YOCMI.js";import{d as b,e as l,f as p,g as k,h as v,j as _,k as C}from"./chunk-2R3BWFY5.js";import{k as o}from"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import{a as w}from"./chunk-ZIN35BPL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import{E as y,Ka as h,w as g}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as $}from"./chunk-BYHIPRB2.js";import{b as a,e as n}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var R={running:"",over:"warn",settled:"plain"},m=class extends T{constructor(){super(...arguments);this.theme="contracts";this.watch=b(this,"contracts")}made(t,e){return e==="contracts/make"?String(t.contract):null}top({can:t,clause:e}){return a`${this.acts([{deed:"contracts/make",can:t.includes("make"),way:"primary",opening:{given:{start:this.panel.format.date(Date.now())},before:this.clause(e)}}])}`}body(t,e){if(e){let c=t.contracts.find(({contract:s})=>s===e);return c?this.contract(c,t):this.notFound()}return a`
      ${t.contracts.length?a`<ul class="card links">
              ${t.contracts.map(c=>a`<li>${this.line(c)}</li>`)}
            </ul>`:a`<p class="card soft">${this.t("duties.contracts.none")}</p>`}
      <section class="card">${this.clause(t.clause)}</section>
    `}named({number:t,company:e,task:c}){let s=e||o(this.panel,"task",c);return this.t("duties.numbered",{number:t,what:s})}stateTag({state:t}){return this.tag(this.t(`duties.contracts.state.${t}`),R[t])}line(t){let{panel:e}=this;return this.link(["duties","contracts",t.contract],a`
        <span class="title">${this.named(t)}</span>
        <span class="side">${this.stateTag(t)}</span>
        <p class="small soft">
          ${o(e,"task",t.task)}・${this.t("span.both",{from:l(e,t.start),to:p(e,t.until)})}
        </p>
        ${t.clause?n:a`<p class="small bad strong">${this.t("duties.contracts.no_clause")}</p>`}
      `,"item")}contract(t,{clause:e,users:c}){let{panel:s}=this,{contract:r}=t,d=this.named(t),i={fixed:{contract:r},about:d};return a`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${d}</h2>
          ${this.stateTag(t)}
        </div>
        ${t.erased?this.note(this.t("duties.erased")):n}
        ${t.clause?n:this.note(this.t("duties.contracts.no_clause"),"warn")}
        ${this.facts([["contact",t.contact],["task",[o(s,"task",t.task),t.task_text].filter(Boolean).join(`
`)],["contract_reason",t.reason],["term",this.t("span.both",{from:l(s,t.start),to:p(s,t.until)})],["ended",t.ended&&_(s,t.ended)],["clause",t.clause&&this.t("duties.contracts.with_clause")],["certified",t.certified&&[o(s,"certified",t.certified),t.certified_on&&l(s,t.certified_on),t.document].filter(Boolean).join(`
`)]])}
        ${this.acts([{deed:"contracts/certify",can:t.can.includes("certify"),way:"primary",opening:{...i,given:{on:s.format.date(Date.now())}}},{deed:"contracts/make",word:"contracts_change",can:t.can.includes("change"),opening:{...i,given:this.written(t),before:this.clause(e)}},{deed:"contracts/end",can:t.can.includes("end"),way:"danger",opening:i}],a`
            ${this.printer("contract_clause",this.t("duties.paper.contract_clause"),{contract:r})}
            ${t.state==="running"?n:this.printer("certificate",this.t("duties.paper.certificate"),{contract:r})}
          `)}
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">${this.t("duties.contracts.people")}</h2>
        <p class="soft">${this.t("duties.contracts.people_what")}</p>
        ${t.people.length?a`<ul class="rows">
                ${t.people.map(({name:u,until:f})=>a`<li>
                      <p class="what strong">${C(s,u)}</p>
                      <p class="small soft">
                        ${f?this.t("duties.until",{day:p(s,f)}):""}
                      </p>
                    </li>`)}
              </ul>`:a`<p>${this.t("duties.contracts.nobody")}</p>`}
        ${this.acts([{deed:"contracts/person",can:t.can.includes("person"),opening:{...i,people:c}}])}
      </section>
    `}written(t){let{company:e,contact:c,task:s,task_text:r,reason:d,clause:i}=t,u=v(this.panel,t.start);return{company:e,contact:c,task:s,task_text:r,reason:d,clause:i,start:u,until:k(this.panel,t.until)}}clause(t){let e=async()=>{let c=await w(t);this.panel.say(this.t(c?"duties.copied":"duties.not_copied"))};return a`<details>
      <summary>${h(g,20)}${this.t("duties.contracts.clause")}</summary>
      <p class="soft">${this.t("duties.contracts.clause_what")}</p>
      <p class="said text">${t}</p>
      <button type="button" class="button" @click=${()=>{e()}}>
        ${h(y,20)}${this.t("duties.copy")}
      </button>
    </details>`}};$("kb-theme-contracts",m);export{m as ContractsTheme};
