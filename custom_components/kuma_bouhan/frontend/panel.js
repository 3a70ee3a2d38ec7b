import{a as W,b as V,c as q,d as x}from"./chunks/chunk-HZIVA5RA.js";import{a as h}from"./chunks/chunk-BYHIPRB2.js";import{a as C,b as S,d as I,e as E,i as F,j as A,k as z,l as H,m as B,o as d}from"./chunks/chunk-GPQMRSEO.js";import{a as g,b as r,d as p,e as N,f as v,g as y,h as U,i as f,j as b}from"./chunks/chunk-UQPGVSBW.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var tt=300,w=class extends b{constructor(){super(...arguments);this.ticking=new W(this)}static{this.styles=[...f,g`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:i,format:a}=this.panel,o=i?.mine;if(this.ticking.runs=!!o,o){let s=(Math.min(Date.parse(o.until),Date.parse(o.idle_until))-Date.now())/1e3;return r`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${d(z,20)}<span>${this.t("lock.lock")}</span>
        ${s<tt?r`<span class="numbers" aria-hidden="true">${a.countdown(s)}</span>`:p}
      </button>`}return this.panel.may("unlock")?r`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${d(A,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?r`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${d(z,20)}<span>${this.t("lock.lock")}</span>
        </button>`:r``}};function M(n,e,t){let{key:i,blanks:a}=x(n);return et(i,a,e)??it(i,a,t)??e("errors.unexpected")}function et(n,e,t){let i=`errors.${n}`,a=t(i,e);return a===i?null:a}function it(n,e,t){return t?.(`component.kuma_bouhan.exceptions.${n}.message`,e)||null}var nt={en:()=>import("./chunks/en-FLBVDVSR.js"),ja:()=>import("./chunks/ja-QALULKDV.js")};function $(n){return n.toLowerCase().startsWith("ja")?"ja":"en"}async function J(n){return rt((await nt[n]()).default)}function rt(n){return(e,t={})=>{let i=(t.count===1?G(n,`${e}_one`):null)??G(n,e);return i===null?e:at(i,t)}}function G(n,e){let t=n;for(let i of e.split(".")){if(typeof t!="object"||!Object.hasOwn(t,i))return null;t=t[i]}return typeof t=="string"?t:null}function at(n,e){return n.replace(/\{(\w+)\}/g,(t,i)=>i in e?String(e[i]):t)}var T=class n{constructor(e,t,i=void 0){this.zone=t;this.hour12=i;this.cache=new Map;this.language=$(e)}static of(e){let t=e.locale.time_format;return new n(e.language,e.config.time_zone,t==="12"?!0:t==="24"?!1:void 0)}time(e){return this.with(this.clock(),e)}seconds(e){return this.with({...this.clock(),second:"2-digit"},e)}day(e){return this.with({month:"short",day:"numeric",weekday:"short"},e)}longDay(e){return this.with({year:"numeric",month:"long",day:"numeric",weekday:"long"},e)}moment(e,t=Date.now()){return this.date(e)===this.date(t)?this.time(e):`${this.day(e)} ${this.time(e)}`}date(e){let t=new Map(this.formatter({year:"numeric",month:"2-digit",day:"2-digit"},"en-CA").formatToParts(new Date(e)).map(i=>[i.type,i.value]));return`${t.get("year")}-${t.get("month")}-${t.get("day")}`}number(e,t=0){return new Intl.NumberFormat(this.tag,{maximumFractionDigits:t}).format(e)}bytes(e){let t=["B","kB","MB","GB","TB"],i=0;for(;e>=999.5&&i<t.length-1;)e/=1e3,i+=1;return`${this.number(e,i>=3&&e<100?1:0)} ${t[i]}`}length(e){let t=Math.max(0,Math.round(e)),i=[[Math.floor(t/86400),"day"],[Math.floor(t%86400/3600),"hour"],[Math.floor(t%3600/60),"minute"],[t%60,"second"]],a=i.findIndex(([o])=>o>0);return a<0?this.unit(0,"second"):i.slice(a,a+2).filter(([o])=>o>0).map(([o,s])=>this.unit(o,s)).join(this.language==="ja"?"":" ")}countdown(e){let t=Math.max(0,Math.ceil(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`}list(e){return this.language==="ja"?e.join("、"):new Intl.ListFormat(this.tag,{type:"conjunction"}).format(e)}get tag(){return this.language==="ja"?"ja-JP":"en-GB"}clock(){return this.hour12?{hour:"numeric",minute:"2-digit",hour12:!0}:{hour:this.language==="ja"?"numeric":"2-digit",minute:"2-digit",hourCycle:"h23"}}unit(e,t){return this.language==="ja"?`${e}${ot[t]}`:new Intl.NumberFormat(this.tag,{style:"unit",unit:t,unitDisplay:"long"}).format(e)}with(e,t){return this.formatter(e,this.tag).format(new Date(t))}formatter(e,t){let i=`${t}${JSON.stringify(e)}`,a=this.cache.get(i);return a||(a=new Intl.DateTimeFormat(t,{...e,timeZone:this.zone}),this.cache.set(i,a)),a}},ot={day:"日",hour:"時間",minute:"分",second:"秒"};function Z(n,e){return n===e||n!==void 0&&e!==void 0&&n.language===e.language&&n.locale===e.locale&&n.config.time_zone===e.config.time_zone&&n.user===e.user&&n.themes.darkMode===e.themes.darkMode&&n.auth===e.auth&&n.connection===e.connection}var st=5e3,lt=500,R=class{constructor(e){this.changed=e;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(e){this.hass?.connection!==e.connection&&(this.stop(),this.hass=e,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:e,turn:t}=this;if(!e||!this.overview?.lock)return;let i=await V(e,"lock").catch(()=>null);t!==this.turn||!i||(this.lock=i,this.watchExpiry(i),this.changed())}async subscribe(e){let{hass:t}=this;if(t)try{let i=await t.connection.subscribeMessage(a=>e===this.turn&&this.take(a),{type:"kuma_bouhan/overview/subscribe"});e===this.turn?this.unsubscribe=i:i().catch(()=>{})}catch(i){if(e!==this.turn)return;this.error=x(i),this.changed(),this.again=setTimeout(()=>{this.subscribe(e)},st)}}take(e){let t=this.overview?.lock?.locked;this.overview=e,this.error=null,e.lock?e.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),e.lock&&(!this.lock||e.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:e,wait_until:t}){clearTimeout(this.expiry);let i=e?[e.until,e.idle_until]:t?[t]:[];if(!i.length)return;let a=Math.min(...i.map(Date.parse))-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(a,0)+lt)}};var P=["today","footage","people","book"];function Y(n){let e=(n?.path??"").split("/").filter(Boolean).map(ct),[t,...i]=e;return P.includes(t)?[t,...i]:["today"]}function O(n,e){return[n,...e.map(encodeURIComponent)].join("/")}function Q(n,e,t=!1){let i=O(n,e);i!==location.pathname&&(history[t?"replaceState":"pushState"](history.state,"",i),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:t}})))}function ct(n){try{return decodeURIComponent(n)}catch{return n}}function pt(n){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(n)?.[1]??null}var D=pt(import.meta.url);var X=g`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--kb-page);
    font-family: var(--ha-font-family-body, var(--primary-font-family, Roboto, sans-serif));
    font-size: 1rem;
    -webkit-text-size-adjust: 100%;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 4;
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 56px;
    padding: 0 16px 0 8px;
    background: var(--kb-card);
    border-bottom: 1px solid var(--kb-line);
  }
  h1 {
    margin: 0;
    padding-inline-start: 8px;
    font-size: 1.125rem;
    font-weight: 600;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    min-width: 0;
  }
  .gap {
    flex: 1;
  }
  kb-lock-chip {
    flex: none;
  }
  main {
    flex: 1;
    min-width: 0;
    outline: none;
  }
  .waiting {
    padding: 48px 24px;
    max-width: 640px;
    width: 100%;
    margin: 0 auto;
    text-align: center;
  }
  .waiting .note {
    text-align: start;
  }
  nav a {
    display: flex;
    align-items: center;
    color: var(--kb-soft);
    text-decoration: none;
    -webkit-tap-highlight-color: transparent;
  }
  nav a[aria-current] {
    color: var(--kb-accent);
  }
  nav.above {
    flex: 1;
    display: flex;
    justify-content: center;
    align-self: stretch;
    gap: 4px;
  }
  nav.above a {
    gap: 8px;
    padding: 0 16px;
    min-height: 56px;
    font-weight: 600;
    border-block: 3px solid transparent;
    white-space: nowrap;
  }
  nav.above a[aria-current] {
    border-bottom-color: var(--kb-accent);
  }
  nav.above a:hover {
    background: var(--kb-tint);
  }
  nav.below {
    position: sticky;
    bottom: 0;
    z-index: 4;
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    background: var(--kb-card);
    border-top: 1px solid var(--kb-line);
  }
  nav.below a {
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-height: 60px;
    padding: 6px 2px;
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: center;
  }
  nav.below a[aria-current] .icon {
    box-sizing: content-box;
    padding: 3px 14px;
    margin: -3px 0;
    border-radius: 999px;
    background: var(--kb-tint);
  }
  .stale {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 16px;
    padding: 8px 16px;
    background: var(--kb-warn-tint);
  }
  .said {
    position: fixed;
    inset: auto 16px 84px;
    z-index: 6;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .said p {
    max-width: 560px;
    padding: 12px 20px;
    border-radius: 12px;
    color: #fff;
    background: #2b2f31;
    box-shadow: 0 4px 16px rgba(0, 0, 0, 0.35);
  }
  @media (max-width: 999px) {
    nav.above a .icon {
      display: none;
    }
    nav.above a {
      padding: 0 10px;
    }
  }
`;var L=class extends b{static{this.styles=[...f,g`
      .page {
        max-width: 680px;
      }
      .card {
        display: grid;
        gap: 16px;
        padding: 28px;
      }
      .head {
        display: flex;
        gap: 16px;
        align-items: center;
      }
      .head .icon {
        padding: 10px;
        box-sizing: content-box;
        border-radius: 16px;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .facts {
        gap: 12px 20px;
      }
      .facts dd {
        font-weight: 600;
      }
      @media (max-width: 599px) {
        .card {
          padding: 20px;
        }
        .facts {
          grid-template-columns: 1fr;
          gap: 2px;
        }
        .facts dd {
          margin-bottom: 10px;
        }
      }
    `]}render(){let{site:e}=this.panel.overview;return r`
      <div class="page">
        <section class="card" aria-labelledby="what">
          <div class="head">
            ${d(E,32)}
            <div>
              <h2 id="what">${this.t("outsider.heading")}</h2>
              <p class="soft">${e.facility}</p>
            </div>
          </div>
          <p>
            ${e.crimes?this.t("outsider.what_for",{crimes:e.crimes,days:e.retention_days}):this.t("outsider.what",{days:e.retention_days})}
          </p>
          <p>${this.t("outsider.who_sees")}</p>
        </section>
        <section class="card" aria-labelledby="complain">
          <h2 id="complain">${this.t("outsider.complain")}</h2>
          <p>${this.t("outsider.complain_how")}</p>
          <dl class="facts">
            ${this.fact("outsider.owner",e.owner_name)}
            ${this.fact("outsider.manager",[e.manager_title,e.manager_name].filter(Boolean).join(" "))}
            ${this.fact("outsider.contact",e.contact)}
          </dl>
          <p class="soft small">${this.t("outsider.no_role")}</p>
        </section>
      </div>
    `}fact(e,t){return t?r`<div style="display: contents">
      <dt>${this.t(e)}</dt>
      <dd>${t}</dd>
    </div>`:p}};var k=class extends b{render(){return r`<div class="page"><h2>${this.t("shell.tabs.today")}</h2></div>`}};h("kb-today",k);h("kb-lock-chip",w);h("kb-today",k);h("kb-outsider",L);var dt={today:B,footage:F,people:C,book:I},ut={footage:()=>import("./chunks/footage-5DC6FE6Q.js"),people:()=>import("./chunks/people-44WG3WLL.js"),book:()=>import("./chunks/book-3GSXKSYX.js")},ht=8e3,l=class extends N{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedToLoad=!1;this.live=new R(()=>this.requestUpdate("live"));this.language=null;this.localize=null;this.format=null;this.wanted=new Set}static{this.styles=[...f,X]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass)}disconnectedCallback(){super.disconnectedCallback(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")?!0:!Z(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",this.hass.themes.darkMode),this.format=T.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let i of this.dialogs.children)i.panel=t}async learn(t){let i=$(t.language);if(i===this.language)return;this.language=i,this.lang=i;let[a,o]=await Promise.all([J(i),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);i===this.language&&(this.localize=o,this.texts=a)}context(){let{hass:t,texts:i,format:a}=this,{overview:o,lock:s}=this.live;if(!t||!i||!a||!o)return null;let m=c=>M(c,i,this.localize),K=this.route?.prefix??"/kuma-bouhan";return{hass:t,overview:o,lock:s,narrow:this.narrow,path:Y(this.route),t:i,format:a,words:m,dialogs:this.dialogs,go:(c,_)=>Q(K,c,_),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:c},{ask:_}]=await Promise.all([import("./chunks/unlock-OZKVLTGB.js"),import("./chunks/dialog-JOCKQ7ID.js")]),j=this.context();return j?await _(new c,j)??!1:!1},lockNow:async()=>{try{await q(t,["lock"]),this.say(i("lock.locked_now"))}catch(c){this.say(m(c))}await this.live.refreshLock()},say:c=>this.say(c),may:c=>o.me.may.includes(c)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",ht)}render(){return r`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?r`<p>${this.said}</p>`:p}
      </div>
    `}page(){let t=this.texts,i=this.hasUpdated?this.context():null;if(!t)return r`${this.header(null,null)}`;if(!i)return r`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?r`<p class="note bad" role="alert">
                  ${d(S)}<span
                    >${M(this.live.error,t,this.localize)}</span
                  >
                </p>`:r`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!i.overview.me.roles.length)return r`${this.header(t,null)}
        <main><kb-outsider .panel=${i}></kb-outsider></main>`;let a=i.path[0];return r`
      ${this.header(t,i)} ${this.staleNote(t,i)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${a}`)}>
        ${this.tab(a,i)}
      </main>
      ${this.narrow?this.tabs(t,i,"below"):p}
    `}header(t,i){return r`
      <header class="bar">
        ${customElements.get("ha-menu-button")?r`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`:p}
        <h1>${t?.("shell.title")??""}</h1>
        ${t&&i&&!this.narrow?this.tabs(t,i,"above"):r`<span class="gap"></span>`}
        ${i?.overview.lock?r`<kb-lock-chip .panel=${i}></kb-lock-chip>`:p}
      </header>
    `}tabs(t,i,a){let o=this.route?.prefix??"/kuma-bouhan";return r`
      <nav class=${a} aria-label=${t("shell.pages")}>
        ${P.map(s=>r`
            <a
              href=${O(o,[s])}
              aria-current=${i.path[0]===s?"page":p}
              @click=${m=>{m.ctrlKey||m.metaKey||m.shiftKey||(m.preventDefault(),i.go([s]))}}
            >
              ${d(dt[s])}<span>${t(`shell.tabs.${s}`)}</span>
            </a>
          `)}
      </nav>
    `}tab(t,i){if(this.want(t),this.failedToLoad)return r`<div class="waiting">
        <p class="note bad" role="alert">
          ${d(S)}<span>${i.t("shell.not_loaded")}</span>
        </p>
      </div>`;switch(t){case"today":return r`<kb-today .panel=${i}></kb-today>`;case"footage":return r`<kb-footage .panel=${i}></kb-footage>`;case"people":return r`<kb-people .panel=${i}></kb-people>`;case"book":return r`<kb-book .panel=${i}></kb-book>`}}want(t){let i=ut[t];!i||this.wanted.has(t)||(this.wanted.add(t),i().catch(()=>{this.wanted.delete(t),this.failedToLoad=!0}))}staleNote(t,{overview:i}){return!D||!i.version||i.version===D?p:r`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${d(H,20)}${t("shell.reload")}
      </button>
    </div>`}};u([v({attribute:!1})],l.prototype,"hass",2),u([v({type:Boolean,reflect:!0})],l.prototype,"narrow",2),u([v({attribute:!1})],l.prototype,"route",2),u([v({attribute:!1})],l.prototype,"panel",2),u([y()],l.prototype,"texts",2),u([y()],l.prototype,"said",2),u([y()],l.prototype,"failedToLoad",2),u([U("#dialogs")],l.prototype,"dialogs",2);h("kuma-bouhan-panel",l);
