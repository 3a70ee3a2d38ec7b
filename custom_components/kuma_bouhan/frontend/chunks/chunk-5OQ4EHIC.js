import{f as x,i as D}from"./chunk-PWTXN7FA.js";import{l as T,m as O}from"./chunk-SO2BMBD2.js";import{a as R}from"./chunk-O6JU2VDL.js";import{b as v}from"./chunk-WG5PMATA.js";import{a as k}from"./chunk-HWLRMMWF.js";import{b as w}from"./chunk-KKYAAM3U.js";import{c as S}from"./chunk-LJNQ67HQ.js";import{Ka as o,La as $,Y as u,e as m,i as c,oa as h}from"./chunk-F2QIOCQC.js";import{a as y,e as b}from"./chunk-LYGZ57WX.js";import{b as i,e as n,i as f,o as g}from"./chunk-HILQJUX4.js";import{a as d}from"./chunk-LO2NM3CE.js";var p=class extends ${constructor(){super(...arguments);this.printing=!1;this.at=""}static{this.styles=[...g,R,k,T,O]}updated(t){super.updated(t);let e=this.renderRoot.querySelector("#title"),s=this.panel.path.join("/");!e||s===this.at||(this.at=s,e.focus({preventScroll:!0}))}top(t){return n}render(){let{data:t,problem:e}=this.watch,[,,s]=this.panel.path;return i`<div class="page">
      <div class="top">
        ${this.back(s)}
        <div class="name">
          <h2 id="title" tabindex="-1">${this.t(`duties.theme.${this.theme}.name`)}</h2>
          ${t&&!s?this.top(t):n}
        </div>
        ${s?n:i`<p class="soft">${this.t(`duties.theme.${this.theme}.what`)}</p>`}
      </div>
      ${t?this.body(t,s):e?this.note(this.panel.words(e),"bad"):i`<p class="soft" role="status">${this.t("shell.loading")}</p>`}
    </div>`}back(t){let e=t?["duties",this.theme]:["duties"];return this.link(e,i`${o(c,20)}${t?this.t("duties.back_to",{name:this.t(`duties.theme.${this.theme}.name`)}):this.t("duties.back")}`,"back")}link(t,e,s=""){return i`<a
      class=${s}
      href=${b(y,t)}
      @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),this.panel.go(t))}}
      >${e}</a
    >`}note(t,e=""){return i`<p class="note ${e}" role=${e==="bad"?"alert":n}>
      ${o(e?m:u)}<span>${t}</span>
    </p>`}notFound(){return this.note(this.t("duties.not_found"))}facts(t){return i`<dl class="sheet">
      ${t.map(([e,s])=>s?i`<div>
              <dt>${this.t(`duties.fact.${e}`)}</dt>
              <dd>
                ${typeof s=="string"?i`<span class="text">${s}</span>`:s}
              </dd>
            </div>`:n)}
    </dl>`}due(t,e){return t?e?i`<span class="bad strong">${D(this.panel,t,!0).text}</span>`:x(this.panel,t):null}tag(t,e=""){return i`<span class="tag ${e}">${t}</span>`}acts(t,e=n){let s=t.filter(({can:r})=>r);return!s.length&&e===n?n:i`<div class="actions">${s.map(r=>this.act(r))} ${e}</div>`}act({deed:t,way:e="",word:s,opening:r,of:a}){let l=this.t(`duties.do.${s??t.replace("/","_")}`);return i`<button
      class="button ${e}"
      aria-label=${a?this.t("duties.of",{act:l,what:a}):n}
      @click=${()=>{this.open({name:t,...r})}}
    >
      ${l}
    </button>`}async open(t){let{DeedDialog:e}=await import("./deed-QCZUI3GS.js"),s=new e(t);if(!await w(s,this.panel))return;await this.watch.load();let r=this.made(s.answer,t.name);r&&this.panel.go(["duties",this.theme,r])}made(t,e){return null}printer(t,e,s,r){return i`<button
      class="button quiet"
      aria-label=${r?this.t("duties.of",{act:e,what:r}):n}
      ?disabled=${this.printing}
      @click=${()=>{this.print(t,s)}}
    >
      ${o(h,20)}${e}
    </button>`}async print(t,e){let{hass:s,format:r}=this.panel;this.printing=!0;try{await v(S(s,t,r.language,e))}catch(a){this.panel.say(this.panel.words(a))}finally{this.printing=!1}}};d([f()],p.prototype,"printing",2);export{p as a};
