import{a as lt}from"./chunks/chunk-7KPAJAY4.js";import{a as R}from"./chunks/chunk-MTNA7FE6.js";import{a as f}from"./chunks/chunk-BYHIPRB2.js";import{A as Z,D as $,E as k,K as Q,N as X,O as K,P as tt,S as et,X as at,Y as m,Z as r,a as H,aa as c,c as z,ca as it,d as v,da as y,e as A,ea as x,f as W,fa as nt,g as V,h as Y,ha as l,ia as h,j as G,ja as b,m as q,p as J,x as T}from"./chunks/chunk-APXRCTV3.js";import{a as rt,c as ot,d as st,e as O}from"./chunks/chunk-TUMC7OTP.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var yt=300,S=class extends b{constructor(){super(...arguments);this.ticking=new R(this)}static{this.styles=[...h,m`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,s=a?.mine;if(this.ticking.runs=!!s,s){let o=(Math.min(Date.parse(s.until),Date.parse(s.idle_until))-Date.now())/1e3;return r`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${l(k,20)}<span>${this.t("lock.lock")}</span>
        ${o<yt?r`<span class="numbers" aria-hidden="true">${i.countdown(o)}</span>`:c}
      </button>`}return this.panel.may("unlock")?r`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${l($,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?r`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${l(k,20)}<span>${this.t("lock.lock")}</span>
        </button>`:r``}};function F(n,e,t){let{key:a,blanks:i}=O(n);return kt(a,i,e)??xt(a,i,t)??e("errors.unexpected")}function kt(n,e,t){let a=`errors.${n}`,i=t(a,e);return i===a?null:i}function xt(n,e,t){return t?.(`component.kuma_bouhan.exceptions.${n}.message`,e)||null}var wt={en:()=>import("./chunks/en-ETC22P5B.js"),ja:()=>import("./chunks/ja-AABWFNVP.js")};function D(n){return n.toLowerCase().startsWith("ja")?"ja":"en"}async function dt(n){return $t((await wt[n]()).default)}function $t(n){return(e,t={})=>{let a=(t.count===1?ct(n,`${e}_one`):null)??ct(n,e);return a===null?e:_t(a,t)}}function ct(n,e){let t=n;for(let a of e.split(".")){if(typeof t!="object"||!Object.hasOwn(t,a))return null;t=t[a]}return typeof t=="string"?t:null}function _t(n,e){return n.replace(/\{(\w+)\}/g,(t,a)=>a in e?String(e[a]):t)}var L=class n{constructor(e,t,a=void 0){this.zone=t;this.hour12=a;this.cache=new Map;this.language=D(e)}static of(e){let t=e.locale.time_format;return new n(e.language,e.config.time_zone,t==="12"?!0:t==="24"?!1:void 0)}time(e){return this.with(this.clock(),e)}seconds(e){return this.with({...this.clock(),second:"2-digit"},e)}day(e){return this.with({month:"short",day:"numeric",weekday:"short"},e)}longDay(e){return this.with({year:"numeric",month:"long",day:"numeric",weekday:"long"},e)}fullDay(e){return this.with({year:"numeric",month:"long",day:"numeric"},e)}moment(e,t=Date.now()){return this.date(e)===this.date(t)?this.time(e):`${this.day(e)} ${this.time(e)}`}date(e){let t=new Map(this.formatter({year:"numeric",month:"2-digit",day:"2-digit"},"en-CA").formatToParts(new Date(e)).map(a=>[a.type,a.value]));return`${t.get("year")}-${t.get("month")}-${t.get("day")}`}number(e,t=0){return new Intl.NumberFormat(this.tag,{maximumFractionDigits:t}).format(e)}bytes(e){let t=["B","kB","MB","GB","TB"],a=0;for(;e>=999.5&&a<t.length-1;)e/=1e3,a+=1;return`${this.number(e,a>=3&&e<100?1:0)} ${t[a]}`}length(e){let t=Math.max(0,Math.round(e)),a=[[Math.floor(t/86400),"day"],[Math.floor(t%86400/3600),"hour"],[Math.floor(t%3600/60),"minute"],[t%60,"second"]],i=a.findIndex(([s])=>s>0);return i<0?this.unit(0,"second"):a.slice(i,i+2).filter(([s])=>s>0).map(([s,o])=>this.unit(s,o)).join(this.language==="ja"?"":" ")}countdown(e){let t=Math.max(0,Math.ceil(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`}list(e){return this.language==="ja"?e.join("、"):new Intl.ListFormat(this.tag,{type:"conjunction"}).format(e)}get tag(){return this.language==="ja"?"ja-JP":"en-GB"}clock(){return this.hour12?{hour:"numeric",minute:"2-digit",hour12:!0}:{hour:this.language==="ja"?"numeric":"2-digit",minute:"2-digit",hourCycle:"h23"}}unit(e,t){return this.language==="ja"?`${e}${Tt[t]}`:new Intl.NumberFormat(this.tag,{style:"unit",unit:t,unitDisplay:"long"}).format(e)}with(e,t){return this.formatter(e,this.tag).format(new Date(t))}formatter(e,t){let a=`${t}${JSON.stringify(e)}`,i=this.cache.get(a);return i||(i=new Intl.DateTimeFormat(t,{...e,timeZone:this.zone}),this.cache.set(a,i)),i}},Tt={day:"日",hour:"時間",minute:"分",second:"秒"};function pt(n,e){return n===e||n!==void 0&&e!==void 0&&n.language===e.language&&n.locale===e.locale&&n.config.time_zone===e.config.time_zone&&n.user===e.user&&n.themes.darkMode===e.themes.darkMode&&n.auth===e.auth&&n.connection===e.connection}var Rt=5e3,Ot=500,St=6e4,C=class{constructor(e){this.changed=e;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(e){this.hass?.connection!==e.connection&&(this.stop(),this.hass=e,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:e,turn:t}=this;if(!e||!this.overview?.lock)return;let a=await ot(e,"lock").catch(()=>null);t!==this.turn||!a||(this.lock=a,this.watchExpiry(a),this.changed())}async subscribe(e){let{hass:t}=this;if(t)try{let a=await t.connection.subscribeMessage(i=>e===this.turn&&this.take(i),{type:"kuma_bouhan/overview/subscribe"});e===this.turn?this.unsubscribe=a:a().catch(()=>{})}catch(a){if(e!==this.turn)return;this.error=O(a),this.changed(),this.again=setTimeout(()=>{this.subscribe(e)},Rt)}}take(e){let t=this.overview?.lock?.locked;this.overview=e,this.error=null,e.lock?e.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),e.lock&&(!this.lock||e.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:e,wait_until:t}){clearTimeout(this.expiry);let a=e?[e.until,e.idle_until]:t?[t]:[];if(!a.length)return;let i=Math.min(...a.map(Date.parse),Date.now()+St)-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(i,0)+Ot)}};var j=["today","footage","people","book"];function ut(n){let e=(n?.path??"").split("/").filter(Boolean).map(Dt),[t,...a]=e;return j.includes(t)?[t,...a]:["today"]}function I(n,e){return[n,...e.map(encodeURIComponent)].join("/")}function mt(n,e,t=!1){let a=I(n,e);a!==location.pathname&&(history[t?"replaceState":"pushState"](history.state,"",a),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:t}})))}function Dt(n){try{return decodeURIComponent(n)}catch{return n}}function Lt(n){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(n)?.[1]??null}var N=Lt(import.meta.url);var ht=m`
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
`;var M=class extends b{static{this.styles=[...h,m`
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
            ${l(Y,32)}
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
    </div>`:c}};var Ct={recording:X,connecting:at,switched_off:Q,outside_hours:q},_=class extends b{constructor(){super(...arguments);this.switching=!1}static{this.styles=[...h,m`
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
    `]}async switchOn(t){this.switching=!0;try{await this.panel.hass.callService("switch","turn_on",{},{entity_id:t})}catch(a){this.panel.say(this.panel.words(a))}finally{this.switching=!1}}render(){let{camera:t,panel:a}=this,{format:i}=a,s=t.problem?"problem":t.state,o=a.may("list_footage"),d=t.state==="switched_off"&&a.may("switch_recording");return r`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${t.place}</h3>
            ${t.view?r`<p class="soft small">${t.view}</p>`:c}
          </div>
          <span class="state ${s}">
            ${l(t.problem?z:Ct[t.state]??z,20)}
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
        ${o||d?r`<div class="actions">
                ${d&&t.recording_switch?r`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${()=>this.switchOn(t.recording_switch??"")}
                      >
                        ${l(K,20)}${this.t("camera.switch_on")}
                      </button>`:c}
                ${o?r`<button
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
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,s=a?.mine??null,o=s!==null||t.lock?.locked===!1;return this.ticking.runs=s!==null,r`
      <section class="card ${o?"open":""}" aria-labelledby="state">
        <span class="sign">${l(o?k:$,28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(s?"lock.open_for_you":o?"lock.open_for_another":"lock.locked")}
          </h2>
          <p class="soft">
            ${s?this.t("lock.closes_in",{time:i.countdown((Math.min(Date.parse(s.until),Date.parse(s.idle_until))-Date.now())/1e3)}):this.t(o?"lock.another_sees":"lock.nobody_sees")}
          </p>
        </div>
        <div class="actions">
          ${!s&&this.panel.may("unlock")?r`<button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
                  ${l(k,20)}${this.t("lock.unlock")}
                </button>`:c}
          ${o&&this.panel.may("lock")?r`<button
                  class="button ${s?"primary":""}"
                  @click=${()=>this.panel.lockNow()}
                >
                  ${l($,20)}${this.t("lock.lock")}
                </button>`:c}
        </div>
      </section>
    `}};f("kb-lock-card",B);var gt=new Set(["disk_full","vault_missing","too_slow"]);function ft({cameras:n=[],...e},t=Date.now()){let a=[],i=(o,d,w={})=>{a.push({key:o,grave:d,blanks:w})};e.vault?.away&&i("vault_missing",!0);for(let o of gt)o==="vault_missing"&&e.vault?.away||n.some(d=>d.state===o)&&i(o,!0);e.book&&!e.book.intact&&i("book_damaged",!0),e.vacant?.includes("site_owner")&&i("no_site_owner",!0),e.vacant?.includes("manager")&&i("no_manager",!0),e.refounding&&i("refounding",!0,{when:e.refounding});for(let o of n)o.problem&&!gt.has(o.state)&&a.push({key:o.state,grave:!0,blanks:{place:o.place},camera:o});for(let o of n)if(o.next_erasure&&Date.parse(o.next_erasure)<t-Mt){i("erasure_waits",!0);break}e.code_used&&i("code_used",!1);let s=e.vault?.free_days;return typeof s=="number"&&s<7&&!a.some(({key:o})=>o==="disk_full")&&i("disk_nearly_full",!1,{count:Math.max(0,Math.floor(s))}),a.sort((o,d)=>Number(d.grave)-Number(o.grave))}var Mt=10*6e4;function bt({vault:n}){let e=n?.free_days??null;return{days:e,never:e!==null&&e>=365}}function vt(n){return Et(n,e=>e.next_erasure)}function Et(n,e){let t=null,a=1/0;for(let i of n){let s=Date.parse(e(i)??"");s<a&&([t,a]=[i,s])}return t}var E=class extends b{static{this.styles=[...h,m`
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
    `]}render(){let{overview:e}=this.panel,t=e.cameras??[],a=ft(e);return r`
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
                  ${lt(t,i=>i.camera,i=>r`<kb-camera .panel=${this.panel} .camera=${i}></kb-camera>`)}
                </div>`:r`<p class="note">
                  ${l(A)}<span>${this.t("today.no_camera")}</span>
                </p>`}
        </section>
        ${this.store()}
      </div>
    `}summary(e){let{overview:t}=this.panel,a=t.cameras??[],i=a.filter(({state:d})=>d==="recording").length,s=e.some(d=>d.grave),o=e.length;return r`
      <section
        class="card summary ${s?"grave":o?"some":""}"
        aria-labelledby="summary"
      >
        ${l(o?v:G,28)}
        <div>
          <h2 id="summary">
            ${o?this.t("today.some_wrong",{count:o}):this.t("today.all_well")}
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
    </div>`}store(){let{overview:e,format:t}=this.panel,a=e.cameras??[],i=vt(a),{days:s,never:o}=bt(e),d=a.reduce((w,p)=>w+p.bytes,0);return r`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${l(J)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${i?.next_erasure?this.t("today.erasure_at",{when:t.moment(i.next_erasure),place:i.place}):this.t("today.no_erasure")}
              </p>
            </div>
          </li>
          <li>
            ${l(Z)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${s===null?this.t("today.space_unknown",{used:t.bytes(d)}):o?this.t("today.space_enough",{used:t.bytes(d)}):this.t("today.space_for",{used:t.bytes(d),count:Math.max(0,Math.floor(s))})}
              </p>
            </div>
          </li>
          ${e.book?r`<li>
                  ${l(W)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${e.book.intact?this.t("today.book_intact",{count:e.book.entries}):this.t("today.book_damaged")}
                    </p>
                  </div>
                </li>`:c}
        </ul>
      </section>
    `}};f("kb-lock-chip",S);f("kb-today",E);f("kb-outsider",M);var Pt={today:et,footage:T,people:H,book:V},zt={footage:()=>import("./chunks/footage-KKDQI2PM.js"),people:()=>import("./chunks/people-2JEJ5QZJ.js"),book:()=>import("./chunks/book-GQORT3RT.js")},At=8e3,g=class extends it{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedTab=null;this.live=new C(()=>this.requestUpdate("live"));this.language=null;this.localize=null;this.format=null;this.wanted=new Set}static{this.styles=[...h,ht]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass)}disconnectedCallback(){super.disconnectedCallback(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")?!0:!pt(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",this.hass.themes.darkMode),this.format=L.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let a of this.dialogs.children)a.panel=t}async learn(t){let a=D(t.language);if(a===this.language)return;this.language=a,this.lang=a;let[i,s]=await Promise.all([dt(a),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);a===this.language&&(this.localize=s,this.texts=i)}context(){let{hass:t,texts:a,format:i}=this,{overview:s,lock:o}=this.live;if(!t||!a||!i||!s)return null;let d=p=>F(p,a,this.localize),w=this.route?.prefix??"/kuma-bouhan";return{hass:t,overview:s,lock:o,narrow:this.narrow,path:ut(this.route),t:a,format:i,words:d,dialogs:this.dialogs,go:(p,P)=>mt(w,p,P),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:p},{ask:P}]=await Promise.all([import("./chunks/unlock-IDX5ERSJ.js"),import("./chunks/dialog-Y77K4ESC.js")]),U=this.context();return U?await P(new p,U)??!1:!1},lockNow:async()=>{try{await st(t,["lock"]),this.say(a("lock.locked_now"))}catch(p){this.say(d(p))}await this.live.refreshLock()},say:p=>this.say(p),may:p=>s.me.may.includes(p)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",At)}render(){return r`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?r`<p>${this.said}</p>`:c}
      </div>
    `}page(){let t=this.texts,a=this.hasUpdated?this.context():null;if(!t)return r`${this.header(null,null)}`;if(!a)return r`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?r`<p class="note bad" role="alert">
                  ${l(v)}<span
                    >${F(this.live.error,t,this.localize)}</span
                  >
                </p>`:r`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!a.overview.site)return r`${this.header(t,null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${l(v)}<span
              >${a.words(new rt("site_not_running"))}</span
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
        ${j.map(o=>r`
            <a
              href=${I(s,[o])}
              aria-current=${a.path[0]===o?"page":c}
              @click=${d=>{d.ctrlKey||d.metaKey||d.shiftKey||(d.preventDefault(),a.go([o]))}}
            >
              ${l(Pt[o])}
              <span>${t(`shell.${i==="below"?"tabs_short":"tabs"}.${o}`)}</span>
            </a>
          `)}
      </nav>
    `}tab(t,a){if(this.want(t),this.failedTab===t)return r`<div class="waiting">
        <p class="note bad" role="alert">
          ${l(v)}<span>${a.t("shell.not_loaded")}</span>
        </p>
      </div>`;switch(t){case"today":return r`<kb-today .panel=${a}></kb-today>`;case"footage":return r`<kb-footage .panel=${a}></kb-footage>`;case"people":return r`<kb-people .panel=${a}></kb-people>`;case"book":return r`<kb-book .panel=${a}></kb-book>`}}want(t){let a=zt[t];!a||this.wanted.has(t)||this.failedTab===t||(this.wanted.add(t),a().catch(()=>{this.wanted.delete(t),this.failedTab=t}))}staleNote(t,{overview:a}){return!N||!a.version||a.version===N?c:r`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${l(tt,20)}${t("shell.reload")}
      </button>
    </div>`}};u([y({attribute:!1})],g.prototype,"hass",2),u([y({type:Boolean,reflect:!0})],g.prototype,"narrow",2),u([y({attribute:!1})],g.prototype,"route",2),u([y({attribute:!1})],g.prototype,"panel",2),u([x()],g.prototype,"texts",2),u([x()],g.prototype,"said",2),u([x()],g.prototype,"failedTab",2),u([nt("#dialogs")],g.prototype,"dialogs",2);f("kuma-bouhan-panel",g);
