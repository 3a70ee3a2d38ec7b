import{f as D,i as N}from"./chunk-2R3BWFY5.js";import{l as O,m as x}from"./chunk-V7WLAVH3.js";import{a as v}from"./chunk-D4KRP3LB.js";import{b as k}from"./chunk-WG5PMATA.js";import{a as T}from"./chunk-NY3OBRYI.js";import{b as R}from"./chunk-RBTVVJGX.js";import{c as S}from"./chunk-LJNQ67HQ.js";import{Ka as o,La as y,Y as h,e as m,i as c,oa as f,w as u}from"./chunk-QH2FQVPP.js";import{a as b,e as w}from"./chunk-LYGZ57WX.js";import{b as i,e as a,i as $,o as g}from"./chunk-LBO2O6FZ.js";import{a as d}from"./chunk-LO2NM3CE.js";var _=3,l=class extends y{constructor(){super(...arguments);this.printing=!1;this.at=""}static{this.styles=[...g,v,T,O,x]}updated(t){super.updated(t);let e=this.renderRoot.querySelector("#title"),s=this.panel.path.join("/");!e||s===this.at||(this.at=s,e.focus({preventScroll:!0}))}top(t){return a}render(){let{data:t,problem:e}=this.watch,[,,s]=this.panel.path;return i`<div class="page">
      <div class="top">
        ${this.back(s)}
        <div class="name">
          <h2 id="title" tabindex="-1">${this.t(`duties.theme.${this.theme}.name`)}</h2>
          ${t&&!s?this.top(t):a}
        </div>
        ${s?a:i`<p class="soft">${this.t(`duties.theme.${this.theme}.what`)}</p>`}
      </div>
      ${t?this.body(t,s):e?this.note(this.panel.words(e),"bad"):i`<p class="soft" role="status">${this.t("shell.loading")}</p>`}
    </div>`}back(t){let e=t?["duties",this.theme]:["duties"];return this.link(e,i`${o(c,20)}${t?this.t("duties.back_to",{name:this.t(`duties.theme.${this.theme}.name`)}):this.t("duties.back")}`,"back")}link(t,e,s=""){return i`<a
      class=${s}
      href=${w(b,t)}
      @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),this.panel.go(t))}}
      >${e}</a
    >`}note(t,e=""){return i`<p class="note ${e}" role=${e==="bad"?"alert":a}>
      ${o(e?m:h)}<span>${t}</span>
    </p>`}item(t,e,s,r,n){return i`<article class="card" aria-labelledby=${t}>
      <details ?open=${n.length<=_}>
        <summary>
          ${o(u,20)}
          <span class="head"
            ><h3 id=${t}>${e}</h3>
            ${s}</span
          >
        </summary>
        <div class="opened">${r}</div>
      </details>
    </article>`}notFound(){return this.note(this.t("duties.not_found"))}facts(t){return i`<dl class="sheet">
      ${t.map(([e,s])=>s?i`<div>
              <dt>${this.t(`duties.fact.${e}`)}</dt>
              <dd>
                ${typeof s=="string"?i`<span class="text">${s}</span>`:s}
              </dd>
            </div>`:a)}
    </dl>`}due(t,e){return t?e?i`<span class="bad strong">${N(this.panel,t,!0).text}</span>`:D(this.panel,t):null}tag(t,e=""){return i`<span class="tag ${e}">${t}</span>`}acts(t,e=a){let s=t.filter(({can:r})=>r);return!s.length&&e===a?a:i`<div class="actions">${s.map(r=>this.act(r))} ${e}</div>`}act({deed:t,way:e="",word:s,opening:r,of:n}){let p=this.t(`duties.do.${s??t.replace("/","_")}`);return i`<button
      class="button ${e}"
      aria-label=${n?this.t("duties.of",{act:p,what:n}):a}
      @click=${()=>{this.open({name:t,...r})}}
    >
      ${p}
    </button>`}async open(t){let{DeedDialog:e}=await import("./deed-BDCSCUWH.js"),s=new e(t);if(!await R(s,this.panel))return;await this.watch.load();let r=this.made(s.answer,t.name);r&&this.panel.go(["duties",this.theme,r])}made(t,e){return null}printer(t,e,s,r){return i`<button
      class="button quiet"
      aria-label=${r?this.t("duties.of",{act:e,what:r}):a}
      ?disabled=${this.printing}
      @click=${()=>{this.print(t,s)}}
    >
      ${o(f,20)}${e}
    </button>`}async print(t,e){let{hass:s,format:r}=this.panel;this.printing=!0;try{await k(S(s,t,r.language,e))}catch(n){this.panel.say(this.panel.words(n))}finally{this.printing=!1}}};d([$()],l.prototype,"printing",2);export{l as a};
