import{a as U,b as d,c as H,i as z}from"./chunk-PWTXN7FA.js";import{i as L,l as Q,m as q}from"./chunk-SO2BMBD2.js";import{a as P}from"./chunk-O6JU2VDL.js";import"./chunk-MU2YFOUO.js";import"./chunk-ZTCOTBSL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{a as M}from"./chunk-LJNQ67HQ.js";import{a as A}from"./chunk-NSE7H2KL.js";import{B as k,F as y,Ga as O,Ka as a,La as m,Y as T,c,ca as x,e as f,f as $,r as g,ta as w,w as b,y as v,ya as R}from"./chunk-F2QIOCQC.js";import"./chunk-3A3V5TTW.js";import{a as I,b as K,c as j,d as B,f as G}from"./chunk-RH7SAC6V.js";import{a as C,e as E}from"./chunk-LYGZ57WX.js";import{a as p}from"./chunk-BYHIPRB2.js";import{a as S,b as s,e as n,h as N,i as D,o as _}from"./chunk-HILQJUX4.js";import{a as l}from"./chunk-LO2NM3CE.js";var V={signs:R,complaints:k,incidents:$,inspections:v,things:x,instruction:w,contracts:c,assessments:O,purge_rules:y},h=class extends m{constructor(){super(...arguments);this.duties=null}static{this.styles=[..._,P,Q,q,S`
      .card.overdue {
        border-inline-start: 4px solid var(--kb-bad);
      }
      .parts {
        margin: 0 0 12px 16px;
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--kb-line);
      }
      .parts .item {
        margin-inline: -12px -20px;
        padding: 10px 20px 10px 12px;
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
    `]}render(){let e=U.filter(t=>this.panel.may(d[t]));return s`<div class="page">
      ${this.duties?this.due(this.duties):n}
      <section aria-labelledby="themes">
        <h2 id="themes">${this.t("duties.themes")}</h2>
        <ul class="themes">
          ${e.map(t=>s`<li>${this.theme(t)}</li>`)}
        </ul>
      </section>
    </div>`}due(e){let t=K(e),i=[...t.get("overdue")??[],...t.get("soon")??[]],r=t.get("later")??[];return s`
      ${i.length?n:s`<p class="note">
              ${a(g)}<span>${this.t("duties.nothing_due")}</span>
            </p>`}
      ${["overdue","soon"].map(o=>this.section(o,t.get(o)??[]))}
      ${r.length?s`<section class="card">
              <details>
                <summary>
                  ${a(b,20)}${this.t("duties.urgency.later_of",{count:r.length})}
                </summary>
                ${this.items(r)}
              </details>
            </section>`:n}
    `}section(e,t){return t.length?s`<section aria-labelledby=${e}>
      <h2 id=${e} class=${e==="overdue"?"bad":""}>
        ${this.t(`duties.urgency.${e}`)}
        <span class="numbers">${t.length}</span>
      </h2>
      <div class="card links ${e}">${this.items(t)}</div>
    </section>`:n}items(e){return s`<ul>
      ${A(j(e),({first:t})=>t.id,t=>s`<li>${this.item(t)}</li>`)}
    </ul>`}item({first:e,count:t}){let i=this.words(e,t);return e.parts.length?s`<div class="item">${i}</div>
      <div class="parts">${this.items(e.parts)}</div>`:this.link(B(e),i,"item")}words(e,t){let i=L(this.panel,`duties.kind.${e.kind}`)??this.t("duties.kind.other"),r=z(this.panel,e.due,e.overdue,I(e)==="soon"),o=[e.number===null?"":this.t("duties.number",{number:e.number}),e.place].filter(Boolean);return s`
      <span class="title"> ${t>1?this.t("duties.several",{what:i,count:t}):i} </span>
      <span class="side">
        ${e.mine?n:s`<span class="tag plain">${this.t("duties.others")}</span>`}
      </span>
      ${o.length?s`<p class="small soft">${o.join("・")}</p>`:n}
      <p class="small ${r.kind==="bad"?"bad strong":"soft"}">${r.text}</p>
    `}theme(e){let t=G(this.duties??[],e);return this.link(["duties",e],s`
        ${a(V[e])}
        <h3>${this.t(`duties.theme.${e}.name`)}</h3>
        ${t?s`<span class="tag warn">${this.t("duties.due_count",{count:t})}</span>`:n}
        <p class="small soft">${this.t(`duties.theme.${e}.what`)}</p>
      `,"card theme")}link(e,t,i){return s`<a
      class=${i}
      href=${E(C,e)}
      @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),this.panel.go(e))}}
      >${t}</a
    >`}};l([N({attribute:!1})],h.prototype,"duties",2);p("kb-duty-list",h);var W={signs:()=>import("./signs-WGSI3C2Y.js"),assessments:()=>import("./assessments-6Y2YFRQJ.js"),complaints:()=>import("./complaints-GACHUVAV.js"),incidents:()=>import("./incidents-QBHRLNRT.js"),instruction:()=>import("./instruction-UK33GFFO.js"),contracts:()=>import("./contracts-3EXPUWMW.js"),things:()=>import("./things-RBSTV5SV.js"),inspections:()=>import("./inspections-3OTLMK4P.js"),purge_rules:()=>import("./purge_rules-GBFTONCL.js")},u=class extends m{constructor(){super(...arguments);this.failed=!1;this.watch=new M(this,"duties","read_duties");this.wanted=new Set;this.at=""}want(e){this.wanted.has(e)||(this.wanted.add(e),W[e]().catch(()=>this.failed=!0))}updated(e){super.updated(e);let t=this.panel.path.join("/");this.at&&t!==this.at&&window.scrollTo({top:0}),this.at=t}render(){let[,e]=this.panel.path;if(this.failed)return this.note("shell.not_loaded",!0);if(!H(e)){let{data:t,problem:i}=this.watch;return s`
        ${i&&!t?this.said(this.panel.words(i),!0):""}
        <kb-duty-list .panel=${this.panel} .duties=${t?.duties??null}></kb-duty-list>
      `}if(!this.panel.may(d[e]))return this.note("duties.not_yours");switch(this.want(e),e){case"signs":return s`<kb-theme-signs .panel=${this.panel}></kb-theme-signs>`;case"assessments":return s`<kb-theme-assessments .panel=${this.panel}></kb-theme-assessments>`;case"complaints":return s`<kb-theme-complaints .panel=${this.panel}></kb-theme-complaints>`;case"incidents":return s`<kb-theme-incidents .panel=${this.panel}></kb-theme-incidents>`;case"instruction":return s`<kb-theme-instruction .panel=${this.panel}></kb-theme-instruction>`;case"contracts":return s`<kb-theme-contracts .panel=${this.panel}></kb-theme-contracts>`;case"things":return s`<kb-theme-things .panel=${this.panel}></kb-theme-things>`;case"inspections":return s`<kb-theme-inspections .panel=${this.panel}></kb-theme-inspections>`;case"purge_rules":return s`<kb-theme-purge-rules .panel=${this.panel}></kb-theme-purge-rules>`}}note(e,t=!1){return this.said(this.t(e),t)}said(e,t){return s`<div class="page">
      <p class="note ${t?"bad":""}" role=${t?"alert":"note"}>
        ${a(t?f:T)}<span>${e}</span>
      </p>
    </div>`}};l([D()],u.prototype,"failed",2);p("kb-duties",u);export{u as DutiesView};
