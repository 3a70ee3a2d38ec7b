import{a as z,b as h,c as F,i as W}from"./chunk-2R3BWFY5.js";import{i as H,l as L,m as Q}from"./chunk-V7WLAVH3.js";import{a as j}from"./chunk-D4KRP3LB.js";import"./chunk-F2S5EVA2.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{a as U}from"./chunk-LJNQ67HQ.js";import{a as I}from"./chunk-VHND7HAI.js";import{B as x,F as T,Ga as N,Ka as l,La as m,Y as R,c as g,ca as w,e as $,f as b,r as v,ta as O,w as k,y,ya as S}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as K,b as B,c as d,d as G,f as M}from"./chunk-G4XT2YTV.js";import{a as A,e as P}from"./chunk-LYGZ57WX.js";import{a as p}from"./chunk-BYHIPRB2.js";import{a as _,b as i,e as n,h as E,i as C,o as D}from"./chunk-LBO2O6FZ.js";import{a as o}from"./chunk-LO2NM3CE.js";var V={signs:S,complaints:x,incidents:b,inspections:y,things:w,instruction:O,contracts:g,assessments:N,purge_rules:T},X=5,u=class extends m{constructor(){super(...arguments);this.duties=null}static{this.styles=[...D,j,L,Q,_`
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
      .links > ul + details {
        border-top: 1px solid var(--kb-line);
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, max(150px, 22%)), 1fr));
        gap: 8px;
      }
      .themes > li {
        display: grid;
      }
      .theme {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-content: center;
        align-items: center;
        gap: 4px 12px;
        min-height: 56px;
        padding: 8px 12px;
        color: inherit;
        text-decoration: none;
      }
      .theme:hover {
        border-color: var(--kb-accent);
      }
      .theme > .icon {
        color: var(--kb-accent);
      }
      .theme > h3 {
        font-size: 16px;
      }
      .theme > .tag {
        grid-column: 2;
        justify-self: start;
      }
    `]}render(){let e=z.filter(t=>this.panel.may(h[t]));return i`<div class="page">
      <section aria-labelledby="themes">
        <h2 id="themes">${this.t("duties.themes")}</h2>
        <ul class="themes">
          ${e.map(t=>i`<li>${this.theme(t)}</li>`)}
        </ul>
      </section>
      ${this.duties?this.due(B(this.duties)):n}
    </div>`}due({overdue:e,soon:t,later:s,others:r}){let a=r.filter(f=>f.overdue).length;return i`
      ${e.length||t.length?n:i`<p class="note">
              ${l(v)}<span>${this.t("duties.nothing_due")}</span>
            </p>`}
      ${this.section("overdue",e)} ${this.section("soon",t,X)}
      ${this.folded("duties.others",r,a)} ${this.folded("duties.urgency.later_of",s)}
    `}section(e,t,s=t.length){if(!t.length)return n;let r=d(t);return i`<section aria-labelledby=${e}>
      <h2 id=${e} class=${e==="overdue"?"bad":""}>
        ${this.t(`duties.urgency.${e}`)}
        <span class="numbers">${t.length}</span>
      </h2>
      <div class="card links ${e}">
        ${this.items(r.slice(0,s))}
        ${r.length>s?this.fold("duties.urgency.rest",r.slice(s)):n}
      </div>
    </section>`}folded(e,t,s=0){return t.length?i`<section class="card links">${this.fold(e,d(t),s)}</section>`:n}fold(e,t,s=0){let r=t.reduce((a,f)=>a+f.count,0);return i`<details>
      <summary>
        ${l(k,20)}${this.t(e,{count:r})}
        ${s?i`<span class="tag bad">${this.t("duties.late_count",{count:s})}</span>`:n}
      </summary>
      ${this.items(t)}
    </details>`}items(e){return i`<ul>
      ${I(e,({first:t})=>t.id,t=>i`<li>${this.item(t)}</li>`)}
    </ul>`}item({first:e,count:t}){let s=this.words(e,t);return e.parts.length?i`<div class="item">${s}</div>
      <div class="parts">${this.items(d(e.parts))}</div>`:this.link(G(e),s,"item")}words(e,t){let s=H(this.panel,`duties.kind.${e.kind}`)??this.t("duties.kind.other"),r=W(this.panel,e.due,e.overdue,K(e)==="soon"),a=[e.number===null?"":this.t("duties.number",{number:e.number}),e.place].filter(Boolean);return i`
      <span class="title"> ${t>1?this.t("duties.several",{what:s,count:t}):s} </span>
      ${a.length?i`<p class="small soft">${a.join("・")}</p>`:n}
      <p class="small ${r.kind==="bad"?"bad strong":"soft"}">${r.text}</p>
    `}theme(e){let t=M(this.duties??[],e);return this.link(["duties",e],i`
        ${l(V[e])}
        <h3>${this.t(`duties.theme.${e}.name`)}</h3>
        ${t?i`<span class="tag warn">${this.t("duties.due_count",{count:t})}</span>`:n}
      `,"card theme")}link(e,t,s){return i`<a
      class=${s}
      href=${P(A,e)}
      @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),this.panel.go(e))}}
      >${t}</a
    >`}};o([E({attribute:!1})],u.prototype,"duties",2);p("kb-duty-list",u);var Y={signs:()=>import("./signs-7WUVINYC.js"),assessments:()=>import("./assessments-BLVFUSLN.js"),complaints:()=>import("./complaints-YXAD43YO.js"),incidents:()=>import("./incidents-YWY5NA46.js"),instruction:()=>import("./instruction-W5LLPHAB.js"),contracts:()=>import("./contracts-4UU2V46X.js"),things:()=>import("./things-G7K4O4I4.js"),inspections:()=>import("./inspections-GIBN6XBA.js"),purge_rules:()=>import("./purge_rules-IZHJPXTT.js")},c=class extends m{constructor(){super(...arguments);this.failed=!1;this.watch=new U(this,"duties","read_duties");this.wanted=new Set;this.at=""}want(e){this.wanted.has(e)||(this.wanted.add(e),Y[e]().catch(()=>this.failed=!0))}updated(e){super.updated(e);let t=this.panel.path.join("/");this.at&&t!==this.at&&window.scrollTo({top:0}),this.at=t}render(){let[,e]=this.panel.path;if(this.failed)return this.note("shell.not_loaded",!0);if(!F(e)){let{data:t,problem:s}=this.watch;return i`
        ${s&&!t?this.said(this.panel.words(s),!0):""}
        <kb-duty-list .panel=${this.panel} .duties=${t?.duties??null}></kb-duty-list>
      `}if(!this.panel.may(h[e]))return this.note("duties.not_yours");switch(this.want(e),e){case"signs":return i`<kb-theme-signs .panel=${this.panel}></kb-theme-signs>`;case"assessments":return i`<kb-theme-assessments .panel=${this.panel}></kb-theme-assessments>`;case"complaints":return i`<kb-theme-complaints .panel=${this.panel}></kb-theme-complaints>`;case"incidents":return i`<kb-theme-incidents .panel=${this.panel}></kb-theme-incidents>`;case"instruction":return i`<kb-theme-instruction .panel=${this.panel}></kb-theme-instruction>`;case"contracts":return i`<kb-theme-contracts .panel=${this.panel}></kb-theme-contracts>`;case"things":return i`<kb-theme-things .panel=${this.panel}></kb-theme-things>`;case"inspections":return i`<kb-theme-inspections .panel=${this.panel}></kb-theme-inspections>`;case"purge_rules":return i`<kb-theme-purge-rules .panel=${this.panel}></kb-theme-purge-rules>`}}note(e,t=!1){return this.said(this.t(e),t)}said(e,t){return i`<div class="page">
      <p class="note ${t?"bad":""}" role=${t?"alert":"note"}>
        ${l(t?$:R)}<span>${e}</span>
      </p>
    </div>`}};o([C()],c.prototype,"failed",2);p("kb-duties",c);export{c as DutiesView};
