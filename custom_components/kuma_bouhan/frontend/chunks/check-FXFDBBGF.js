import{b as O}from"./chunk-WG5PMATA.js";import{a as S}from"./chunk-ZUNDT6UZ.js";import{a as E,b as M,c as P}from"./chunk-LJNQ67HQ.js";import{a as F}from"./chunk-VHND7HAI.js";import{Ka as r,La as R,Y as v,e as d,fa as b,oa as x,r as m,u as y,w as $}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as c,e as T}from"./chunk-LYGZ57WX.js";import{a as k}from"./chunk-BYHIPRB2.js";import{a as w,b as s,e as l,i as C,o as _}from"./chunk-LBO2O6FZ.js";import{a as g}from"./chunk-LO2NM3CE.js";var z=["fails","holds","apart"];function D({checks:u}){return z.map(n=>[n,u.filter(t=>t.state===n)]).filter(([,n])=>n.length>0)}var A={fails:d,holds:m,apart:b},p=class extends R{constructor(){super(...arguments);this.busy=!1;this.section=new E(this,"check","read_self_check");this.wentThrough=()=>{this.attempt(async()=>{await M(this.panel.hass,"check/went_through",{}),this.panel.say(this.t("check.noted")),await this.section.load()})}}static{this.styles=[..._,w`
      .page {
        max-width: 960px;
      }
      .sum {
        display: grid;
        gap: 16px;
      }
      .count {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
      }
      .count strong {
        font-size: 34px;
        line-height: 1.2;
        font-weight: 600;
      }
      .bar {
        display: flex;
        height: 10px;
        border-radius: 999px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 10%, var(--kb-card));
      }
      .bar i {
        background: var(--kb-good);
      }
      .bar i + i {
        background: var(--kb-bad);
      }
      section > h2 {
        margin-bottom: 12px;
      }
      .checks {
        padding: 0 8px;
      }
      .checks > li + li {
        border-top: 1px solid var(--kb-line);
      }
      summary {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        padding: 14px 12px;
        min-height: var(--kb-touch);
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary > div {
        flex: 1;
        min-width: 0;
      }
      summary h3 {
        font-size: 16px;
      }
      summary > .icon {
        margin-top: 1px;
      }
      .holds > .icon:first-child {
        color: var(--kb-good);
      }
      .fails > .icon:first-child {
        color: var(--kb-bad);
      }
      .apart > .icon:first-child {
        color: var(--kb-soft);
      }
      .open {
        color: var(--kb-soft);
        transition: transform 0.15s;
      }
      details[open] .open {
        transform: rotate(180deg);
      }
      .inside {
        display: grid;
        gap: 12px;
        padding: 0 12px 16px 48px;
      }
      .inside ul {
        display: grid;
        gap: 4px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      .mend {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: center;
      }
      .mend > p {
        flex: 1 1 280px;
      }
      @media (max-width: 599px) {
        .inside {
          padding-inline-start: 12px;
        }
      }
    `]}render(){if(!this.panel.may("read_self_check"))return this.said(this.t("check.not_yours"));let{data:t,problem:e}=this.section;return e&&!t?this.said(this.panel.words(e),!0):t?s`<div class="page">
      ${this.sum(t)}
      ${D(t).map(([i,o])=>s`
          <section aria-labelledby=${i}>
            <h2 id=${i}>${this.t(`check.group.${i}`,{count:o.length})}</h2>
            <ul class="card checks">
              ${F(o,({id:a})=>a,a=>s`<li>${this.check(a)}</li>`)}
            </ul>
          </section>
        `)}
      <p class="soft small">${this.t("check.limits")}</p>
    </div>`:s`<div class="page">
        <p class="soft" role="status">${this.t("check.looking")}</p>
      </div>`}sum(t){let{format:e,hass:i}=this.panel;return s`<section class="card sum">
      <div class="count">
        <strong class="numbers"
          >${this.t("check.count",{holds:t.holds,all:t.all})}</strong
        >
        <span
          >${this.t(t.fails?"check.some_fail":"check.all_hold",{count:t.fails})}</span
        >
      </div>
      <div class="bar" aria-hidden="true">
        <i style="flex-grow: ${t.holds}"></i><i style="flex-grow: ${t.fails}"></i>
      </div>
      <p class="soft">
        ${t.checked?this.t("check.last",{day:e.longDay(t.checked)}):this.t("check.never")}
      </p>
      <div class="actions">
        <button
          class="button"
          @click=${()=>this.attempt(()=>O(P(i,"self_check",e.language)))}
        >
          ${r(x,20)}${this.t("check.print")}
        </button>
        ${t.can.includes("went_through")?s`<button class="button" ?disabled=${this.busy} @click=${this.wentThrough}>
                ${r(m,20)}${this.t("check.went_through")}
              </button>`:l}
      </div>
    </section>`}check({article:t,title:e,state:i,why:o,evidence:a,mend:f,path:h}){return s`<details ?open=${i==="fails"}>
      <summary class=${i}>
        ${r(A[i])}
        <div>
          <h3>${e}</h3>
          <p class="soft small">
            <span class="unseen">${this.t(`check.state.${i}`)}</span>
            ${this.t("check.article",{article:t})}
          </p>
        </div>
        <span class="open">${r(y)}</span>
      </summary>
      <div class="inside">
        <p>${o}</p>
        ${a.length?s`<ul class="small">
                ${a.map(K=>s`<li>${K}</li>`)}
              </ul>`:l}
        ${f?s`<div class="mend">
                <p><strong>${this.t("check.mend")}</strong> ${f}</p>
                ${h&&h!==T(c,["check"])?this.way(h):l}
              </div>`:l}
      </div>
    </details>`}way(t){return S(this.panel.hass,t)?s`<a
      class="button"
      href=${t}
      @click=${e=>{if(!(e.ctrlKey||e.metaKey||e.shiftKey)){if(e.preventDefault(),t.startsWith(`${c}/`)){this.panel.go(t.slice(c.length+1).split("/"));return}history.pushState(null,"",t),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}}}
      >${this.t("check.go")}${r($,20)}</a
    >`:s`<p class="soft">${this.t("check.by_admin")}</p>`}async attempt(t){if(!this.busy){this.busy=!0;try{await t()}catch(e){this.panel.say(this.panel.words(e))}finally{this.busy=!1}}}said(t,e=!1){return s`<div class="page">
      <p class="note ${e?"bad":""}" role=${e?"alert":l}>
        ${r(e?d:v)}<span>${t}</span>
      </p>
    </div>`}};g([C()],p.prototype,"busy",2);k("kb-check",p);export{p as CheckView};
