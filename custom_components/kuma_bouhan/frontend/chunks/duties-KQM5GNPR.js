import{a as H,b as d,c as L,i as F}from"./chunk-OVDOTANA.js";import{h as Q,k as q,l as z}from"./chunk-5W3HOFLT.js";import{a as I}from"./chunk-O6JU2VDL.js";import"./chunk-26HSOCOD.js";import"./chunk-I6UTLSEY.js";import{a as U}from"./chunk-LJNQ67HQ.js";import{f as P}from"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{B as y,F as T,Ga as S,Ka as a,La as p,Y as w,c as f,ca as O,e as $,f as g,r as b,ta as R,w as k,y as v,ya as x}from"./chunk-UG2EDGRD.js";import{a as K,b as j,c as B,d as G,f as M}from"./chunk-JBHUP4CX.js";import{a as E,e as A}from"./chunk-LYGZ57WX.js";import{a as m}from"./chunk-BYHIPRB2.js";import{a as N,b as s,e as r,h as _,i as C,o as D}from"./chunk-HILQJUX4.js";import{a as l}from"./chunk-LO2NM3CE.js";var W={signs:x,complaints:y,incidents:g,inspections:v,things:O,instruction:R,contracts:f,assessments:S,purge_rules:T},h=class extends p{constructor(){super(...arguments);this.duties=null}static{this.styles=[...D,I,q,z,N`
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
    `]}render(){let e=H.filter(t=>this.panel.may(d[t]));return s`<div class="page">
      ${this.duties?this.due(this.duties):r}
      <section aria-labelledby="themes">
        <h2 id="themes">${this.t("duties.themes")}</h2>
        <ul class="themes">
          ${e.map(t=>s`<li>${this.theme(t)}</li>`)}
        </ul>
      </section>
    </div>`}due(e){let t=j(e),n=[...t.get("overdue")??[],...t.get("soon")??[]],i=t.get("later")??[];return s`
      ${n.length?r:s`<p class="note">
              ${a(b)}<span>${this.t("duties.nothing_due")}</span>
            </p>`}
      ${["overdue","soon"].map(o=>this.section(o,t.get(o)??[]))}
      ${i.length?s`<section class="card">
              <details>
                <summary>
                  ${a(k,20)}${this.t("duties.urgency.later_of",{count:i.length})}
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
      ${P(B(e),({first:t})=>t.id,t=>s`<li>${this.item(t)}</li>`)}
    </ul>`}item({first:e,count:t}){let n=Q(this.panel,`duties.kind.${e.kind}`)??this.t("duties.kind.other"),i=G(e),o=F(this.panel,e.due,e.overdue,K(e)==="soon"),c=[e.number===null?"":this.t("duties.number",{number:e.number}),e.place].filter(Boolean);return this.link(i,s`
        <span class="title"> ${t>1?this.t("duties.several",{what:n,count:t}):n} </span>
        <span class="side">
          ${e.mine?r:s`<span class="tag plain">${this.t("duties.others")}</span>`}
        </span>
        ${c.length?s`<p class="small soft">${c.join("・")}</p>`:r}
        <p class="small ${o.kind==="bad"?"bad strong":"soft"}">${o.text}</p>
      `,"item")}theme(e){let t=M(this.duties??[],e);return this.link(["duties",e],s`
        ${a(W[e])}
        <h3>${this.t(`duties.theme.${e}.name`)}</h3>
        ${t?s`<span class="tag warn">${this.t("duties.due_count",{count:t})}</span>`:r}
        <p class="small soft">${this.t(`duties.theme.${e}.what`)}</p>
      `,"card theme")}link(e,t,n){return s`<a
      class=${n}
      href=${A(E,e)}
      @click=${i=>{i.ctrlKey||i.metaKey||i.shiftKey||(i.preventDefault(),this.panel.go(e))}}
      >${t}</a
    >`}};l([_({attribute:!1})],h.prototype,"duties",2);m("kb-duty-list",h);var X={signs:()=>import("./signs-JCIQETVE.js"),assessments:()=>import("./assessments-IP3X6Q27.js"),complaints:()=>import("./complaints-ZPMXHKYA.js"),incidents:()=>import("./incidents-QUT5F2AS.js"),instruction:()=>import("./instruction-KLJDQ7NN.js"),contracts:()=>import("./contracts-S74SC5DY.js"),things:()=>import("./things-USQIBF24.js"),inspections:()=>import("./inspections-BNVPTROF.js"),purge_rules:()=>import("./purge_rules-YHDD7KGV.js")},u=class extends p{constructor(){super(...arguments);this.failed=!1;this.watch=new U(this,"duties","read_duties");this.wanted=new Set;this.at=""}want(e){this.wanted.has(e)||(this.wanted.add(e),X[e]().catch(()=>this.failed=!0))}updated(e){super.updated(e);let t=this.panel.path.join("/");this.at&&t!==this.at&&window.scrollTo({top:0}),this.at=t}render(){let[,e]=this.panel.path;if(this.failed)return this.note("shell.not_loaded",!0);if(!L(e)){let{data:t,problem:n}=this.watch;return s`
        ${n&&!t?this.said(this.panel.words(n),!0):""}
        <kb-duty-list .panel=${this.panel} .duties=${t?.duties??null}></kb-duty-list>
      `}if(!this.panel.may(d[e]))return this.note("duties.not_yours");switch(this.want(e),e){case"signs":return s`<kb-theme-signs .panel=${this.panel}></kb-theme-signs>`;case"assessments":return s`<kb-theme-assessments .panel=${this.panel}></kb-theme-assessments>`;case"complaints":return s`<kb-theme-complaints .panel=${this.panel}></kb-theme-complaints>`;case"incidents":return s`<kb-theme-incidents .panel=${this.panel}></kb-theme-incidents>`;case"instruction":return s`<kb-theme-instruction .panel=${this.panel}></kb-theme-instruction>`;case"contracts":return s`<kb-theme-contracts .panel=${this.panel}></kb-theme-contracts>`;case"things":return s`<kb-theme-things .panel=${this.panel}></kb-theme-things>`;case"inspections":return s`<kb-theme-inspections .panel=${this.panel}></kb-theme-inspections>`;case"purge_rules":return s`<kb-theme-purge-rules .panel=${this.panel}></kb-theme-purge-rules>`}}note(e,t=!1){return this.said(this.t(e),t)}said(e,t){return s`<div class="page">
      <p class="note ${t?"bad":""}" role=${t?"alert":"note"}>
        ${a(t?$:w)}<span>${e}</span>
      </p>
    </div>`}};l([C()],u.prototype,"failed",2);m("kb-duties",u);export{u as DutiesView};
