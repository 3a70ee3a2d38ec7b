import{b as T}from"./chunk-WG5PMATA.js";import{a as d}from"./chunk-LYGZ57WX.js";import{a as F,b as O,c as E}from"./chunk-LJNQ67HQ.js";import{f as S}from"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{Ka as r,La as R,Y as $,e as p,fa as x,oa as b,r as h,u as y,w as v}from"./chunk-UG2EDGRD.js";import{a as k}from"./chunk-BYHIPRB2.js";import{a as w,b as i,e as l,i as C,o as _}from"./chunk-HILQJUX4.js";import{a as g}from"./chunk-LO2NM3CE.js";var D=["fails","holds","apart"];function M({checks:m}){return D.map(n=>[n,m.filter(t=>t.state===n)]).filter(([,n])=>n.length>0)}var K={fails:p,holds:h,apart:x},c=class extends R{constructor(){super(...arguments);this.busy=!1;this.section=new F(this,"check","read_self_check");this.wentThrough=()=>{this.attempt(async()=>{await O(this.panel.hass,"check/went_through",{}),this.panel.say(this.t("check.noted")),await this.section.load()})}}static{this.styles=[..._,w`
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
    `]}render(){if(!this.panel.may("read_self_check"))return this.said(this.t("check.not_yours"));let{data:t,problem:e}=this.section;return e&&!t?this.said(this.panel.words(e),!0):t?i`<div class="page">
      ${this.sum(t)}
      ${M(t).map(([s,o])=>i`
          <section aria-labelledby=${s}>
            <h2 id=${s}>${this.t(`check.group.${s}`,{count:o.length})}</h2>
            <ul class="card checks">
              ${S(o,({id:a})=>a,a=>i`<li>${this.check(a)}</li>`)}
            </ul>
          </section>
        `)}
      <p class="soft small">${this.t("check.limits")}</p>
    </div>`:i`<div class="page">
        <p class="soft" role="status">${this.t("check.looking")}</p>
      </div>`}sum(t){let{format:e,hass:s}=this.panel;return i`<section class="card sum">
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
          @click=${()=>this.attempt(()=>T(E(s,"self_check",e.language)))}
        >
          ${r(b,20)}${this.t("check.print")}
        </button>
        ${t.can.includes("went_through")?i`<button class="button" ?disabled=${this.busy} @click=${this.wentThrough}>
                ${r(h,20)}${this.t("check.went_through")}
              </button>`:l}
      </div>
    </section>`}check({article:t,title:e,state:s,why:o,evidence:a,mend:u,path:f}){return i`<details ?open=${s==="fails"}>
      <summary class=${s}>
        ${r(K[s])}
        <div>
          <h3>${e}</h3>
          <p class="soft small">
            <span class="unseen">${this.t(`check.state.${s}`)}</span>
            ${this.t("check.article",{article:t})}
          </p>
        </div>
        <span class="open">${r(y)}</span>
      </summary>
      <div class="inside">
        <p>${o}</p>
        ${a.length?i`<ul class="small">
                ${a.map(P=>i`<li>${P}</li>`)}
              </ul>`:l}
        ${u?i`<div class="mend">
                <p><strong>${this.t("check.mend")}</strong> ${u}</p>
                ${f?this.way(f):l}
              </div>`:l}
      </div>
    </details>`}way(t){return i`<a
      class="button"
      href=${t}
      @click=${e=>{if(!(e.ctrlKey||e.metaKey||e.shiftKey)){if(e.preventDefault(),t.startsWith(`${d}/`)){this.panel.go(t.slice(d.length+1).split("/"));return}history.pushState(null,"",t),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}}}
      >${this.t("check.go")}${r(v,20)}</a
    >`}async attempt(t){if(!this.busy){this.busy=!0;try{await t()}catch(e){this.panel.say(this.panel.words(e))}finally{this.busy=!1}}}said(t,e=!1){return i`<div class="page">
      <p class="note ${e?"bad":""}" role=${e?"alert":l}>
        ${r(e?p:$)}<span>${t}</span>
      </p>
    </div>`}};g([C()],c.prototype,"busy",2);k("kb-check",c);export{c as CheckView};
