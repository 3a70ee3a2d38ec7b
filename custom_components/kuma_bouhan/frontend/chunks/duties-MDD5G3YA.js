import{a as M,b as p,c as U,i as q}from"./chunk-4RAHA46H.js";import{h as H,k as L,l as Q}from"./chunk-MJRFVFMI.js";import{a as G}from"./chunk-O6JU2VDL.js";import"./chunk-LOWU7MNG.js";import"./chunk-I6UTLSEY.js";import{a as P,b as I,c as K,e as j}from"./chunk-ADECC6TT.js";import{a as C,e as E}from"./chunk-LYGZ57WX.js";import{a as B}from"./chunk-LJNQ67HQ.js";import{f as A}from"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{B as y,F as v,Ga as x,Ka as a,La as m,Y as T,c,ca as O,e as f,f as $,r as g,ta as R,w as b,y as k,ya as w}from"./chunk-UG2EDGRD.js";import{a as l}from"./chunk-BYHIPRB2.js";import{a as N,b as s,e as r,h as S,i as D,o as _}from"./chunk-HILQJUX4.js";import{a as o}from"./chunk-LO2NM3CE.js";var J={signs:w,complaints:y,incidents:$,inspections:k,things:O,instruction:R,contracts:c,assessments:x,purge_rules:v},d=class extends m{constructor(){super(...arguments);this.duties=null}static{this.styles=[..._,G,L,Q,N`
      .card.overdue {
        border-inline-start: 4px solid var(--kb-bad);
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
        gap: 16px;
      }
      .themes > li {
        display: grid;
      }
      .theme {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-content: start;
        align-items: center;
        gap: 4px 12px;
        color: inherit;
        text-decoration: none;
      }
      .theme:hover {
        border-color: var(--kb-accent);
      }
      .theme > .icon {
        color: var(--kb-accent);
      }
      .theme > p {
        grid-column: 1 / -1;
      }
    `]}render(){let e=M.filter(t=>this.panel.may(p[t]));return s`<div class="page">
      ${this.duties?this.due(this.duties):r}
      <section aria-labelledby="themes">
        <h2 id="themes">${this.t("duties.themes")}</h2>
        <ul class="themes">
          ${e.map(t=>s`<li>${this.theme(t)}</li>`)}
        </ul>
      </section>
    </div>`}due(e){let t=I(e),n=[...t.get("overdue")??[],...t.get("soon")??[]],i=t.get("later")??[];return s`
      ${n.length?r:s`<p class="note">
              ${a(g)}<span>${this.t("duties.nothing_due")}</span>
            </p>`}
      ${["overdue","soon"].map(u=>this.section(u,t.get(u)??[]))}
      ${i.length?s`<section class="card">
              <details>
                <summary>
                  ${a(b,20)}${this.t("duties.urgency.later_of",{count:i.length})}
                </summary>
                ${this.items(i)}
              </details>
            </section>`:r}
    `}section(e,t){return t.length?s`<section aria-labelledby=${e}>
      <h2 id=${e} class=${e==="overdue"?"bad":""}>
        ${this.t(`duties.urgency.${e}`)}
        <span class="numbers">${t.length}</span>
      </h2>
      <div class="card links ${e}">${this.items(t)}</div>
    </section>`:r}items(e){return s`<ul>
      ${A(e,({id:t})=>t,t=>s`<li>${this.item(t)}</li>`)}
    </ul>`}item(e){let t=K(e),n=q(this.panel,e.due,e.overdue,P(e)==="soon"),i=[e.number===null?"":this.t("duties.number",{number:e.number}),e.place].filter(Boolean);return this.link(t,s`
        <span class="title">
          ${H(this.panel,`duties.kind.${e.kind}`)??this.t("duties.kind.other")}
        </span>
        <span class="side">
          ${e.mine?r:s`<span class="tag plain">${this.t("duties.others")}</span>`}
        </span>
        ${i.length?s`<p class="small soft">${i.join("・")}</p>`:r}
        <p class="small ${n.kind==="bad"?"bad strong":"soft"}">${n.text}</p>
      `,"item")}theme(e){let t=j(this.duties??[],e);return this.link(["duties",e],s`
        ${a(J[e])}
        <h3>${this.t(`duties.theme.${e}.name`)}</h3>
        ${t?s`<span class="tag warn">${this.t("duties.due_count",{count:t})}</span>`:r}
        <p class="small soft">${this.t(`duties.theme.${e}.what`)}</p>
      `,"card theme")}link(e,t,n){return s`<a
      class=${n}
      href=${E(C,e)}
      @click=${i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),this.panel.go(e))}}
      >${t}</a
    >`}};o([S({attribute:!1})],d.prototype,"duties",2);l("kb-duty-list",d);var V={signs:()=>import("./signs-W5C56N7Z.js"),assessments:()=>import("./assessments-QLGTXAPN.js"),complaints:()=>import("./complaints-VPTMIFRR.js"),incidents:()=>import("./incidents-7EMM3IHV.js"),instruction:()=>import("./instruction-XATSZTNE.js"),contracts:()=>import("./contracts-PWFPREUA.js"),things:()=>import("./things-HPFC4NZE.js"),inspections:()=>import("./inspections-BXUQXIJE.js"),purge_rules:()=>import("./purge_rules-NWA6GZWQ.js")},h=class extends m{constructor(){super(...arguments);this.failed=!1;this.watch=new B(this,"duties","read_duties");this.wanted=new Set;this.at=""}want(e){this.wanted.has(e)||(this.wanted.add(e),V[e]().catch(()=>this.failed=!0))}updated(e){super.updated(e);let t=this.panel.path.join("/");this.at&&t!==this.at&&window.scrollTo({top:0}),this.at=t}render(){let[,e]=this.panel.path;if(this.failed)return this.note("shell.not_loaded",!0);if(!U(e)){let{data:t,problem:n}=this.watch;return s`
        ${n&&!t?this.said(this.panel.words(n),!0):""}
        <kb-duty-list .panel=${this.panel} .duties=${t?.duties??null}></kb-duty-list>
      `}if(!this.panel.may(p[e]))return this.note("duties.not_yours");switch(this.want(e),e){case"signs":return s`<kb-theme-signs .panel=${this.panel}></kb-theme-signs>`;case"assessments":return s`<kb-theme-assessments .panel=${this.panel}></kb-theme-assessments>`;case"complaints":return s`<kb-theme-complaints .panel=${this.panel}></kb-theme-complaints>`;case"incidents":return s`<kb-theme-incidents .panel=${this.panel}></kb-theme-incidents>`;case"instruction":return s`<kb-theme-instruction .panel=${this.panel}></kb-theme-instruction>`;case"contracts":return s`<kb-theme-contracts .panel=${this.panel}></kb-theme-contracts>`;case"things":return s`<kb-theme-things .panel=${this.panel}></kb-theme-things>`;case"inspections":return s`<kb-theme-inspections .panel=${this.panel}></kb-theme-inspections>`;case"purge_rules":return s`<kb-theme-purge-rules .panel=${this.panel}></kb-theme-purge-rules>`}}note(e,t=!1){return this.said(this.t(e),t)}said(e,t){return s`<div class="page">
      <p class="note ${t?"bad":""}" role=${t?"alert":"note"}>
        ${a(t?f:T)}<span>${e}</span>
      </p>
    </div>`}};o([D()],h.prototype,"failed",2);l("kb-duties",h);export{h as DutiesView};
