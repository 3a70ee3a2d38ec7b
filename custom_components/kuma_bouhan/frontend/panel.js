import{a as pt}from"./chunks/chunk-VP43Z3JH.js";import{a as R}from"./chunks/chunk-MTNA7FE6.js";import{a as f}from"./chunks/chunk-BYHIPRB2.js";import{A as Q,D as $,E as k,K as X,N as K,O as tt,P as et,S as at,X as it,Y as m,Z as r,a as W,aa as c,c as P,ca as rt,d as v,da as y,e as A,ea as x,f as V,fa as nt,g as Y,h as G,ha as l,ia as h,j as J,ja as j,ka as ot,la as b,m as q,p as Z,x as T}from"./chunks/chunk-HXMFGUPJ.js";import{a as st,c as lt,d as ct,e as O}from"./chunks/chunk-TUMC7OTP.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var kt=300,S=class extends b{constructor(){super(...arguments);this.ticking=new R(this)}static{this.styles=[...h,m`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,s=a?.mine;if(this.ticking.runs=!!s,s){let n=(Math.min(Date.parse(s.until),Date.parse(s.idle_until))-Date.now())/1e3;return r`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${l(k,20)}<span>${this.t("lock.lock")}</span>
        ${n<kt?r`<span class="numbers" aria-hidden="true">${i.countdown(n)}</span>`:c}
      </button>`}return this.panel.may("unlock")?r`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${l($,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?r`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${l(k,20)}<span>${this.t("lock.lock")}</span>
        </button>`:r``}};function z(o,e,t){let{key:a,blanks:i}=O(o);return xt(a,i,e)??wt(a,i,t)??e("errors.unexpected")}function xt(o,e,t){let a=`errors.${o}`,i=t(a,e);return i===a?null:i}function wt(o,e,t){return t?.(`component.kuma_bouhan.exceptions.${o}.message`,e)||null}var $t={en:()=>import("./chunks/en-ETC22P5B.js"),ja:()=>import("./chunks/ja-AABWFNVP.js")};function D(o){return o.toLowerCase().startsWith("ja")?"ja":"en"}async function ut(o){return _t((await $t[o]()).default)}function _t(o){return(e,t={})=>{let a=(t.count===1?dt(o,`${e}_one`):null)??dt(o,e);return a===null?e:Tt(a,t)}}function dt(o,e){let t=o;for(let a of e.split(".")){if(typeof t!="object"||!Object.hasOwn(t,a))return null;t=t[a]}return typeof t=="string"?t:null}function Tt(o,e){return o.replace(/\{(\w+)\}/g,(t,a)=>a in e?String(e[a]):t)}var L=class o{constructor(e,t,a=void 0){this.zone=t;this.hour12=a;this.cache=new Map;this.language=D(e)}static of(e){let t=e.locale.time_format;return new o(e.language,e.config.time_zone,t==="12"?!0:t==="24"?!1:void 0)}time(e){return this.with(this.clock(),e)}seconds(e){return this.with({...this.clock(),second:"2-digit"},e)}day(e){return this.with({month:"short",day:"numeric",weekday:"short"},e)}longDay(e){return this.with({year:"numeric",month:"long",day:"numeric",weekday:"long"},e)}fullDay(e){return this.with({year:"numeric",month:"long",day:"numeric"},e)}moment(e,t=Date.now()){return this.date(e)===this.date(t)?this.time(e):`${this.day(e)} ${this.time(e)}`}date(e){let t=new Map(this.formatter({year:"numeric",month:"2-digit",day:"2-digit"},"en-CA").formatToParts(new Date(e)).map(a=>[a.type,a.value]));return`${t.get("year")}-${t.get("month")}-${t.get("day")}`}number(e,t=0){return new Intl.NumberFormat(this.tag,{maximumFractionDigits:t}).format(e)}bytes(e){let t=["B","kB","MB","GB","TB"],a=0;for(;e>=999.5&&a<t.length-1;)e/=1e3,a+=1;return`${this.number(e,a>=3&&e<100?1:0)} ${t[a]}`}length(e){let t=Math.max(0,Math.round(e)),a=[[Math.floor(t/86400),"day"],[Math.floor(t%86400/3600),"hour"],[Math.floor(t%3600/60),"minute"],[t%60,"second"]],i=a.findIndex(([s])=>s>0);return i<0?this.unit(0,"second"):a.slice(i,i+2).filter(([s])=>s>0).map(([s,n])=>this.unit(s,n)).join(this.language==="ja"?"":" ")}countdown(e){let t=Math.max(0,Math.ceil(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`}list(e){return this.language==="ja"?e.join("、"):new Intl.ListFormat(this.tag,{type:"conjunction"}).format(e)}get tag(){return this.language==="ja"?"ja-JP":"en-GB"}clock(){return this.hour12?{hour:"numeric",minute:"2-digit",hour12:!0}:{hour:this.language==="ja"?"numeric":"2-digit",minute:"2-digit",hourCycle:"h23"}}unit(e,t){return this.language==="ja"?`${e}${Rt[t]}`:new Intl.NumberFormat(this.tag,{style:"unit",unit:t,unitDisplay:"long"}).format(e)}with(e,t){return this.formatter(e,this.tag).format(new Date(t))}formatter(e,t){let a=`${t}${JSON.stringify(e)}`,i=this.cache.get(a);return i||(i=new Intl.DateTimeFormat(t,{...e,timeZone:this.zone}),this.cache.set(a,i)),i}},Rt={day:"日",hour:"時間",minute:"分",second:"秒"};var Ot=5e3,St=500,Dt=6e4,C=class{constructor(e){this.changed=e;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(e){this.hass?.connection!==e.connection&&(this.stop(),this.hass=e,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:e,turn:t}=this;if(!e||!this.overview?.lock)return;let a=await lt(e,"lock").catch(()=>null);t!==this.turn||!a||(this.lock=a,this.watchExpiry(a),this.changed())}async subscribe(e){let{hass:t}=this;if(t)try{let a=await t.connection.subscribeMessage(i=>e===this.turn&&this.take(i),{type:"kuma_bouhan/overview/subscribe"});e===this.turn?this.unsubscribe=a:a().catch(()=>{})}catch(a){if(e!==this.turn)return;this.error=O(a),this.changed(),this.again=setTimeout(()=>{this.subscribe(e)},Ot)}}take(e){let t=this.overview?.lock?.locked;this.overview=e,this.error=null,e.lock?e.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),e.lock&&(!this.lock||e.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:e,wait_until:t}){clearTimeout(this.expiry);let a=e?[e.until,e.idle_until]:t?[t]:[];if(!a.length)return;let i=Math.min(...a.map(Date.parse),Date.now()+Dt)-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(i,0)+St)}};var I=["today","footage","people","book"];function mt(o){let e=(o?.path??"").split("/").filter(Boolean).map(Lt),[t,...a]=e;return I.includes(t)?[t,...a]:["today"]}function N(o,e){return[o,...e.map(encodeURIComponent)].join("/")}function ht(o,e,t=!1){let a=N(o,e);a!==location.pathname&&(history[t?"replaceState":"pushState"](history.state,"",a),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:t}})))}function Lt(o){try{return decodeURIComponent(o)}catch{return o}}function Ct(o){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(o)?.[1]??null}var U=Ct(import.meta.url);var gt=m`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    background: var(--kb-page);
    font-family: var(--ha-font-family-body, var(--primary-font-family, Roboto, sans-serif));
    font-size: 16px;
    -webkit-text-size-adjust: 100%;
  }
  .bar {
    container: bar / inline-size;
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
    font-size: 18px;
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
    font-size: 13px;
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
  @container bar (max-width: 999px) {
    nav.above a .icon {
      display: none;
    }
    nav.above a {
      padding: 0 10px;
    }
  }
  @container bar (max-width: 759px) {
    h1:has(+ nav) {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;var E=class extends b{static{this.styles=[...h,m`
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
    `]}render(){let{site:e}=this.panel.overview;return e?r`
      <div class="page">
        <section class="card" aria-labelledby="what">
          <div class="head">
            ${l(G,32)}
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
    `:c}fact(e,t){return t?r`<div style="display: contents">
      <dt>${this.t(e)}</dt>
      <dd>${t}</dd>
    </div>`:c}};var Et={recording:K,connecting:it,switched_off:X,outside_hours:q},_=class extends b{constructor(){super(...arguments);this.switching=!1}static{this.styles=[...h,m`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: 8px 12px;
      }
      .head > div {
        min-width: 0;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 4px 12px 4px 8px;
        border-radius: 999px;
        font-weight: 600;
        font-size: 15px;
        line-height: 1.4;
        background: var(--kb-tint);
        color: var(--kb-soft);
      }
      .state.recording {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .state.problem {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .facts {
        align-content: start;
      }
      .actions {
        margin-top: auto;
      }
    `]}async switchOn(t){this.switching=!0;try{await this.panel.hass.callService("switch","turn_on",{},{entity_id:t})}catch(a){this.panel.say(this.panel.words(a))}finally{this.switching=!1}}render(){let{camera:t,panel:a}=this,{format:i}=a,s=t.problem?"problem":t.state,n=a.may("list_footage"),p=t.state==="switched_off"&&a.may("switch_recording");return r`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${t.place}</h3>
            ${t.view?r`<p class="soft small">${t.view}</p>`:c}
          </div>
          <span class="state ${s}">
            ${l(t.problem?P:Et[t.state]??P,20)}
            ${this.t(`camera.state.${t.state}`)}
          </span>
        </div>
        <dl class="facts small">
          <dt>${this.t("camera.oldest")}</dt>
          <dd>${t.oldest?i.moment(t.oldest):this.t("camera.none_yet")}</dd>
          <dt>${this.t("camera.next_erasure")}</dt>
          <dd>${t.next_erasure?i.moment(t.next_erasure):"–"}</dd>
          <dt>${this.t("camera.kept")}</dt>
          <dd>${this.t("camera.days",{count:t.days})}</dd>
          ${t.last_gap?r`<dt>${this.t("camera.last_gap")}</dt>
                  <dd>
                    ${this.t("camera.gap",{when:i.moment(t.last_gap.start),length:i.length((Date.parse(t.last_gap.end)-Date.parse(t.last_gap.start))/1e3),reason:this.t(`gap.${t.last_gap.reason}`)})}
                  </dd>`:c}
        </dl>
        ${n||p?r`<div class="actions">
                ${p&&t.recording_switch?r`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${()=>this.switchOn(t.recording_switch??"")}
                      >
                        ${l(tt,20)}${this.t("camera.switch_on")}
                      </button>`:c}
                ${n?r`<button
                        class="button"
                        aria-label=${this.t("camera.footage_of",{place:t.place})}
                        @click=${()=>a.go(["footage",t.camera])}
                      >
                        ${l(T,20)}${this.t("camera.footage")}
                      </button>`:c}
              </div>`:c}
      </article>
    `}};u([y({attribute:!1})],_.prototype,"camera",2),u([x()],_.prototype,"switching",2);f("kb-camera",_);var B=class extends b{constructor(){super(...arguments);this.ticking=new R(this)}static{this.styles=[...h,m`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 16px;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 56px;
        height: 56px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .open .sign {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
      .words {
        flex: 1 1 200px;
        min-width: 0;
      }
      @media (max-width: 599px) {
        .actions,
        .actions .button {
          width: 100%;
        }
      }
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,s=a?.mine??null,n=s!==null||t.lock?.locked===!1;return this.ticking.runs=s!==null,r`
      <section class="card ${n?"open":""}" aria-labelledby="state">
        <span class="sign">${l(n?k:$,28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(s?"lock.open_for_you":n?"lock.open_for_another":"lock.locked")}
          </h2>
          <p class="soft">
            ${s?this.t("lock.closes_in",{time:i.countdown((Math.min(Date.parse(s.until),Date.parse(s.idle_until))-Date.now())/1e3)}):this.t(n?"lock.another_sees":"lock.nobody_sees")}
          </p>
        </div>
        <div class="actions">
          ${!s&&this.panel.may("unlock")?r`<button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
                  ${l(k,20)}${this.t("lock.unlock")}
                </button>`:c}
          ${n&&this.panel.may("lock")?r`<button
                  class="button ${s?"primary":""}"
                  @click=${()=>this.panel.lockNow()}
                >
                  ${l($,20)}${this.t("lock.lock")}
                </button>`:c}
        </div>
      </section>
    `}};f("kb-lock-card",B);var ft=new Set(["disk_full","vault_missing","too_slow"]);function bt({cameras:o=[],...e},t=Date.now()){let a=[],i=(n,p,w={})=>{a.push({key:n,grave:p,blanks:w})};e.vault?.away&&i("vault_missing",!0);for(let n of ft)n==="vault_missing"&&e.vault?.away||o.some(p=>p.state===n)&&i(n,!0);e.book&&!e.book.intact&&i("book_damaged",!0),e.vacant?.includes("site_owner")&&i("no_site_owner",!0),e.vacant?.includes("manager")&&i("no_manager",!0),e.refounding&&i("refounding",!0,{when:e.refounding});for(let n of o)n.problem&&!ft.has(n.state)&&a.push({key:n.state,grave:!0,blanks:{place:n.place},camera:n});for(let n of o)if(n.next_erasure&&Date.parse(n.next_erasure)<t-Mt){i("erasure_waits",!0);break}e.code_used&&i("code_used",!1);let s=e.vault?.free_days;return typeof s=="number"&&s<7&&!a.some(({key:n})=>n==="disk_full")&&i("disk_nearly_full",!1,{count:Math.max(0,Math.floor(s))}),a.sort((n,p)=>Number(p.grave)-Number(n.grave))}var Mt=10*6e4;function vt({vault:o}){let e=o?.free_days??null;return{days:e,never:e!==null&&e>=365}}function yt(o){return Ft(o,e=>e.next_erasure)}function Ft(o,e){let t=null,a=1/0;for(let i of o){let s=Date.parse(e(i)??"");s<a&&([t,a]=[i,s])}return t}var M=class extends b{static{this.styles=[...h,m`
      .top {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        gap: inherit;
      }
      .summary {
        display: flex;
        align-items: center;
        gap: 16px;
      }
      .summary > .icon {
        box-sizing: content-box;
        padding: 14px;
        border-radius: 50%;
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .summary.grave > .icon {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .summary.some > .icon {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
      .troubles {
        display: grid;
        gap: 12px;
      }
      .troubles strong {
        display: block;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
        gap: 16px;
      }
      .heading {
        margin-bottom: 12px;
      }
      .store {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 20px;
      }
      .store > li {
        display: flex;
        gap: 12px;
      }
      .store .icon {
        color: var(--kb-soft);
      }
    `]}render(){let{overview:e}=this.panel,t=e.cameras??[],a=bt(e);return r`
      <div class="page">
        <div class="top">
          ${this.summary(a)}
          ${e.lock?r`<kb-lock-card .panel=${this.panel}></kb-lock-card>`:c}
        </div>
        ${a.length?r`<section aria-labelledby="to-do">
                <h2 id="to-do" class="heading">${this.t("today.to_do")}</h2>
                <ul class="troubles">
                  ${a.map(i=>r`<li>${this.trouble(i)}</li>`)}
                </ul>
              </section>`:c}
        <section aria-labelledby="cameras">
          <h2 id="cameras" class="heading">${this.t("today.cameras")}</h2>
          ${t.length?r`<div class="cameras">
                  ${pt(t,i=>i.camera,i=>r`<kb-camera .panel=${this.panel} .camera=${i}></kb-camera>`)}
                </div>`:r`<p class="note">
                  ${l(A)}<span>${this.t("today.no_camera")}</span>
                </p>`}
        </section>
        ${this.store()}
      </div>
    `}summary(e){let{overview:t}=this.panel,a=t.cameras??[],i=a.filter(({state:p})=>p==="recording").length,s=e.some(p=>p.grave),n=e.length;return r`
      <section
        class="card summary ${s?"grave":n?"some":""}"
        aria-labelledby="summary"
      >
        ${l(n?v:J,28)}
        <div>
          <h2 id="summary">
            ${n?this.t("today.some_wrong",{count:n}):this.t("today.all_well")}
          </h2>
          <p class="soft">
            ${i&&i===a.length?this.t("today.all_recording",{count:i}):this.t("today.recording",{count:i,all:a.length})}
          </p>
        </div>
      </section>
    `}trouble({key:e,blanks:t,grave:a}){let i=t.when?{...t,when:this.panel.format.moment(String(t.when))}:t;return r`<div class="note ${a?"bad":"warn"}">
      ${l(a?v:A)}
      <div>
        <strong>${this.t(`troubles.${e}.title`,i)}</strong>
        ${this.t(`troubles.${e}.do`,i)}
      </div>
    </div>`}store(){let{overview:e,format:t}=this.panel,a=e.cameras??[],i=yt(a),{days:s,never:n}=vt(e),p=a.reduce((w,d)=>w+d.bytes,0);return r`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${l(Z)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${i?.next_erasure?this.t("today.erasure_at",{when:t.moment(i.next_erasure),place:i.place}):this.t("today.no_erasure")}
              </p>
            </div>
          </li>
          <li>
            ${l(Q)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${s===null?this.t("today.space_unknown",{used:t.bytes(p)}):n?this.t("today.space_enough",{used:t.bytes(p)}):this.t("today.space_for",{used:t.bytes(p),count:Math.max(0,Math.floor(s))})}
              </p>
            </div>
          </li>
          ${e.book?r`<li>
                  ${l(V)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${e.book.intact?this.t("today.book_intact",{count:e.book.entries}):this.t("today.book_damaged")}
                    </p>
                  </div>
                </li>`:c}
        </ul>
      </section>
    `}};f("kb-lock-chip",S);f("kb-today",M);f("kb-outsider",E);var Pt={today:at,footage:T,people:W,book:Y},At={footage:()=>import("./chunks/footage-GRYI5TQS.js"),people:()=>import("./chunks/people-HENBHPOJ.js"),book:()=>import("./chunks/book-DUJWQSPE.js")},jt=8e3,g=class extends rt{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedTab=null;this.live=new C(()=>this.requestUpdate("live"));this.language=null;this.localize=null;this.format=null;this.wanted=new Set}static{this.styles=[...h,gt]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass)}disconnectedCallback(){super.disconnectedCallback(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")||!this.hass||j(this.hass)!==this.hasAttribute("dark")?!0:!ot(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",j(this.hass)),this.format=L.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let a of this.dialogs.children)a.panel=t}async learn(t){let a=D(t.language);if(a===this.language)return;this.language=a,this.lang=a;let[i,s]=await Promise.all([ut(a),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);a===this.language&&(this.localize=s,this.texts=i)}context(){let{hass:t,texts:a,format:i}=this,{overview:s,lock:n}=this.live;if(!t||!a||!i||!s)return null;let p=d=>z(d,a,this.localize),w=this.route?.prefix??"/kuma-bouhan";return{hass:t,overview:s,lock:n,narrow:this.narrow,path:mt(this.route),t:a,format:i,words:p,dialogs:this.dialogs,go:(d,F)=>ht(w,d,F),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:d},{ask:F}]=await Promise.all([import("./chunks/unlock-6TTGYYDB.js"),import("./chunks/dialog-74Z2R4TY.js")]),H=this.context();return H?await F(new d,H)??!1:!1},lockNow:async()=>{try{await ct(t,["lock"]),this.say(a("lock.locked_now"))}catch(d){this.say(p(d))}await this.live.refreshLock()},say:d=>this.say(d),may:d=>s.me.may.includes(d)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",jt)}render(){return r`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?r`<p>${this.said}</p>`:c}
      </div>
    `}page(){let t=this.texts,a=this.hasUpdated?this.context():null;if(!t)return r`${this.header(null,null)}`;if(!a)return r`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?r`<p class="note bad" role="alert">
                  ${l(v)}<span
                    >${z(this.live.error,t,this.localize)}</span
                  >
                </p>`:r`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!a.overview.site)return r`${this.header(t,null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${l(v)}<span
              >${a.words(new st("site_not_running"))}</span
            >
          </p>
        </main>`;if(!a.overview.me.roles.length)return r`${this.header(t,null)}
        <main><kb-outsider .panel=${a}></kb-outsider></main>`;let i=a.path[0];return r`
      ${this.header(t,a)} ${this.staleNote(t,a)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${i}`)}>
        ${this.tab(i,a)}
      </main>
      ${this.narrow?this.tabs(t,a,"below"):c}
    `}header(t,a){return r`
      <header class="bar">
        ${customElements.get("ha-menu-button")?r`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`:c}
        <h1>${t?.("shell.title")??""}</h1>
        ${t&&a&&!this.narrow?this.tabs(t,a,"above"):r`<span class="gap"></span>`}
        ${a?.overview.lock?r`<kb-lock-chip .panel=${a}></kb-lock-chip>`:c}
      </header>
    `}tabs(t,a,i){let s=this.route?.prefix??"/kuma-bouhan";return r`
      <nav class=${i} aria-label=${t("shell.pages")}>
        ${I.map(n=>r`
            <a
              href=${N(s,[n])}
              aria-current=${a.path[0]===n?"page":c}
              @click=${p=>{p.ctrlKey||p.metaKey||p.shiftKey||(p.preventDefault(),a.go([n]))}}
            >
              ${l(Pt[n])}
              <span>${t(`shell.${i==="below"?"tabs_short":"tabs"}.${n}`)}</span>
            </a>
          `)}
      </nav>
    `}tab(t,a){if(this.want(t),this.failedTab===t)return r`<div class="waiting">
        <p class="note bad" role="alert">
          ${l(v)}<span>${a.t("shell.not_loaded")}</span>
        </p>
      </div>`;switch(t){case"today":return r`<kb-today .panel=${a}></kb-today>`;case"footage":return r`<kb-footage .panel=${a}></kb-footage>`;case"people":return r`<kb-people .panel=${a}></kb-people>`;case"book":return r`<kb-book .panel=${a}></kb-book>`}}want(t){let a=At[t];!a||this.wanted.has(t)||this.failedTab===t||(this.wanted.add(t),a().catch(()=>{this.wanted.delete(t),this.failedTab=t}))}staleNote(t,{overview:a}){return!U||!a.version||a.version===U?c:r`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${l(et,20)}${t("shell.reload")}
      </button>
    </div>`}};u([y({attribute:!1})],g.prototype,"hass",2),u([y({type:Boolean,reflect:!0})],g.prototype,"narrow",2),u([y({attribute:!1})],g.prototype,"route",2),u([y({attribute:!1})],g.prototype,"panel",2),u([x()],g.prototype,"texts",2),u([x()],g.prototype,"said",2),u([x()],g.prototype,"failedTab",2),u([nt("#dialogs")],g.prototype,"dialogs",2);f("kuma-bouhan-panel",g);
