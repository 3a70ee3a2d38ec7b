import"./chunks/chunk-M3YZJ3XJ.js";import{a as j,b as dt,c as pt,d as ut,e as mt}from"./chunks/chunk-KBWCI6DC.js";import{f as ht}from"./chunks/chunk-L5YHD7LB.js";import{a as O}from"./chunks/chunk-MTNA7FE6.js";import{a as f}from"./chunks/chunk-BYHIPRB2.js";import{Ba as c,Ca as h,Da as P,Ea as nt,Fa as b,H as T,I as R,L as Q,Q as $,R as y,Y as X,a as H,ba as K,c as A,ca as tt,d as v,da as et,e as F,h as B,ha as at,i as V,k as Y,m as G,oa as it,qa as m,r as J,ra as r,ua as l,w as Z,wa as rt,xa as k,ya as x,za as st}from"./chunks/chunk-TN5RIJ57.js";import{a as ot,c as lt,d as ct,f as S}from"./chunks/chunk-3A3V5TTW.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var _t=300,L=class extends b{constructor(){super(...arguments);this.ticking=new O(this)}static{this.styles=[...h,m`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,o=a?.mine;if(this.ticking.runs=!!o,o){let s=(Math.min(Date.parse(o.until),Date.parse(o.idle_until))-Date.now())/1e3;return r`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${c(y,20)}<span>${this.t("lock.lock")}</span>
        ${s<_t?r`<span class="numbers" aria-hidden="true">${i.countdown(s)}</span>`:l}
      </button>`}return this.panel.may("unlock")?r`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${c($,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?r`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${c(y,20)}<span>${this.t("lock.lock")}</span>
        </button>`:r``}};function I(n,e,t){let{key:a,blanks:i}=S(n);return Tt(a,i,e)??Rt(a,i,t)??e("errors.unexpected")}function Tt(n,e,t){let a=`errors.${n}`,i=t(a,e);return i===a?null:i}function Rt(n,e,t){return t?.(`component.kuma_bouhan.exceptions.${n}.message`,e)||null}var Ot={en:()=>import("./chunks/en-2ZJT46JD.js"),ja:()=>import("./chunks/ja-GAKGQFJK.js")},Pt={requests:{en:()=>import("./chunks/requests.en-IOS7OKAQ.js"),ja:()=>import("./chunks/requests.ja-MNJKYC3R.js")},duties:{en:()=>import("./chunks/duties.en-BC2SDZCI.js"),ja:()=>import("./chunks/duties.ja-ETXU5SCJ.js")}};function D(n){return n.toLowerCase().startsWith("ja")?"ja":"en"}async function ft(n,e=[]){let t=[Ot,...[...e].map(i=>Pt[i])],a=await Promise.all(t.map(i=>i[n]()));return St(Object.assign({},...a.map(i=>i.default)))}function St(n){return(e,t={})=>{let a=(t.count===1?gt(n,`${e}_one`):null)??gt(n,e);return a===null?e:Lt(a,t)}}function gt(n,e){let t=n;for(let a of e.split(".")){if(typeof t!="object"||!Object.hasOwn(t,a))return null;t=t[a]}return typeof t=="string"?t:null}function Lt(n,e){return n.replace(/\{(\w+)\}/g,(t,a)=>a in e?String(e[a]):t)}var C=class n{constructor(e,t,a=void 0){this.zone=t;this.hour12=a;this.cache=new Map;this.language=D(e)}static of(e){let t=e.locale.time_format;return new n(e.language,e.config.time_zone,t==="12"?!0:t==="24"?!1:void 0)}time(e){return this.with(this.clock(),e)}seconds(e){return this.with({...this.clock(),second:"2-digit"},e)}day(e){return this.with({month:"short",day:"numeric",weekday:"short"},e)}longDay(e){return this.with({year:"numeric",month:"long",day:"numeric",weekday:"long"},e)}fullDay(e){return this.with({year:"numeric",month:"long",day:"numeric"},e)}moment(e,t=Date.now()){return this.date(e)===this.date(t)?this.time(e):`${this.day(e)} ${this.time(e)}`}date(e){let t=new Map(this.formatter({year:"numeric",month:"2-digit",day:"2-digit"},"en-CA").formatToParts(new Date(e)).map(a=>[a.type,a.value]));return`${t.get("year")}-${t.get("month")}-${t.get("day")}`}number(e,t=0){return new Intl.NumberFormat(this.tag,{maximumFractionDigits:t}).format(e)}bytes(e){let t=["B","kB","MB","GB","TB"],a=0;for(;e>=999.5&&a<t.length-1;)e/=1e3,a+=1;return`${this.number(e,a>=3&&e<100?1:0)} ${t[a]}`}length(e){let t=Math.max(0,Math.round(e)),a=[[Math.floor(t/86400),"day"],[Math.floor(t%86400/3600),"hour"],[Math.floor(t%3600/60),"minute"],[t%60,"second"]],i=a.findIndex(([o])=>o>0);return i<0?this.unit(0,"second"):a.slice(i,i+2).filter(([o])=>o>0).map(([o,s])=>this.unit(o,s)).join(this.language==="ja"?"":" ")}countdown(e){let t=Math.max(0,Math.ceil(e));return`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`}list(e){return this.language==="ja"?e.join("、"):new Intl.ListFormat(this.tag,{type:"conjunction"}).format(e)}get tag(){return this.language==="ja"?"ja-JP":"en-GB"}clock(){return this.hour12?{hour:"numeric",minute:"2-digit",hour12:!0}:{hour:this.language==="ja"?"numeric":"2-digit",minute:"2-digit",hourCycle:"h23"}}unit(e,t){return this.language==="ja"?`${e}${Dt[t]}`:new Intl.NumberFormat(this.tag,{style:"unit",unit:t,unitDisplay:"long"}).format(e)}with(e,t){return this.formatter(e,this.tag).format(new Date(t))}formatter(e,t){let a=`${t}${JSON.stringify(e)}`,i=this.cache.get(a);return i||(i=new Intl.DateTimeFormat(t,{...e,timeZone:this.zone}),this.cache.set(a,i)),i}},Dt={day:"日",hour:"時間",minute:"分",second:"秒"};function bt(n,e){return n===e||n!==void 0&&e!==void 0&&n.language===e.language&&n.locale===e.locale&&n.config.time_zone===e.config.time_zone&&n.user===e.user&&n.auth===e.auth&&n.connection===e.connection}var Ct=5e3,zt=500,Et=6e4,z=class{constructor(e){this.changed=e;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(e){this.hass?.connection!==e.connection&&(this.stop(),this.hass=e,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:e,turn:t}=this;if(!e||!this.overview?.lock)return;let a=await lt(e,"lock").catch(()=>null);t!==this.turn||!a||(this.lock=a,this.watchExpiry(a),this.changed())}async subscribe(e){let{hass:t}=this;if(t)try{let a=await t.connection.subscribeMessage(i=>e===this.turn&&this.take(i),{type:"kuma_bouhan/overview/subscribe"});e===this.turn?this.unsubscribe=a:a().catch(()=>{})}catch(a){if(e!==this.turn)return;this.error=S(a),this.changed(),this.again=setTimeout(()=>{this.subscribe(e)},Ct)}}take(e){let t=this.overview?.lock?.locked;this.overview=e,this.error=null,e.lock?e.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),e.lock&&(!this.lock||e.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:e,wait_until:t}){clearTimeout(this.expiry);let a=e?[e.until,e.idle_until]:t?[t]:[];if(!a.length)return;let i=Math.min(...a.map(Date.parse),Date.now()+Et)-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(i,0)+zt)}};function Mt(n){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(n)?.[1]??null}var N=Mt(import.meta.url);var vt=m`
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
  nav a {
    position: relative;
  }
  .badge {
    position: absolute;
    inset: 4px auto auto calc(50% + 4px);
    min-width: 20px;
    padding: 0 6px;
    border-radius: 999px;
    font-size: 12px;
    font-weight: 700;
    line-height: 20px;
    text-align: center;
    color: #fff;
    background: var(--kb-alert);
  }
  nav.above .badge {
    position: static;
    order: 1;
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
            ${c(Y,32)}
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
    `:l}fact(e,t){return t?r`<div style="display: contents">
      <dt>${this.t(e)}</dt>
      <dd>${t}</dd>
    </div>`:l}};var qt={recording:K,connecting:it,switched_off:X,outside_hours:J},_=class extends b{constructor(){super(...arguments);this.switching=!1}static{this.styles=[...h,m`
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
    `]}async switchOn(t){this.switching=!0;try{await this.panel.hass.callService("switch","turn_on",{},{entity_id:t})}catch(a){this.panel.say(this.panel.words(a))}finally{this.switching=!1}}render(){let{camera:t,panel:a}=this,{format:i}=a,o=t.problem?"problem":t.state,s=a.may("list_footage"),d=t.state==="switched_off"&&a.may("switch_recording");return r`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${t.place}</h3>
            ${t.view?r`<p class="soft small">${t.view}</p>`:l}
          </div>
          <span class="state ${o}">
            ${c(t.problem?A:qt[t.state]??A,20)}
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
          ${t.held_until?r`<dt>${this.t("camera.held")}</dt>
                  <dd>
                    ${this.t("camera.held_until",{when:i.moment(t.held_until)})}
                  </dd>`:l}
          ${t.last_gap?r`<dt>${this.t("camera.last_gap")}</dt>
                  <dd>
                    ${this.t("camera.gap",{when:i.moment(t.last_gap.start),length:i.length((Date.parse(t.last_gap.end)-Date.parse(t.last_gap.start))/1e3),reason:this.t(`gap.${t.last_gap.reason}`)})}
                  </dd>`:l}
        </dl>
        ${s||d?r`<div class="actions">
                ${d&&t.recording_switch?r`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${()=>this.switchOn(t.recording_switch??"")}
                      >
                        ${c(tt,20)}${this.t("camera.switch_on")}
                      </button>`:l}
                ${s?r`<button
                        class="button"
                        aria-label=${this.t("camera.footage_of",{place:t.place})}
                        @click=${()=>a.go(["footage",t.camera])}
                      >
                        ${c(R,20)}${this.t("camera.footage")}
                      </button>`:l}
              </div>`:l}
      </article>
    `}};u([k({attribute:!1})],_.prototype,"camera",2),u([x()],_.prototype,"switching",2);f("kb-camera",_);var W=class extends b{constructor(){super(...arguments);this.ticking=new O(this)}static{this.styles=[...h,m`
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
    `]}render(){let{overview:t,lock:a,format:i}=this.panel,o=a?.mine??null,s=o!==null||t.lock?.locked===!1;return this.ticking.runs=o!==null,r`
      <section class="card ${s?"open":""}" aria-labelledby="state">
        <span class="sign">${c(s?y:$,28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(o?"lock.open_for_you":s?"lock.open_for_another":"lock.locked")}
          </h2>
          <p class="soft">
            ${o?this.t("lock.closes_in",{time:i.countdown((Math.min(Date.parse(o.until),Date.parse(o.idle_until))-Date.now())/1e3)}):this.t(s?"lock.another_sees":"lock.nobody_sees")}
          </p>
        </div>
        <div class="actions">
          ${!o&&this.panel.may("unlock")?r`<button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
                  ${c(y,20)}${this.t("lock.unlock")}
                </button>`:l}
          ${s&&this.panel.may("lock")?r`<button
                  class="button ${o?"primary":""}"
                  @click=${()=>this.panel.lockNow()}
                >
                  ${c($,20)}${this.t("lock.lock")}
                </button>`:l}
        </div>
      </section>
    `}};f("kb-lock-card",W);var kt=new Set(["disk_full","vault_missing","too_slow"]);function yt({cameras:n=[],...e},t=Date.now()){let a=[],i=(s,d,w={})=>{a.push({key:s,grave:d,blanks:w})};e.vault?.away&&i("vault_missing",!0);for(let s of kt)s==="vault_missing"&&e.vault?.away||n.some(d=>d.state===s)&&i(s,!0);e.book&&!e.book.intact&&i("book_damaged",!0),e.vacant?.includes("site_owner")&&i("no_site_owner",!0),e.vacant?.includes("manager")&&i("no_manager",!0),e.refounding&&i("refounding",!0,{when:e.refounding});for(let s of n)s.problem&&!kt.has(s.state)&&a.push({key:s.state,grave:!0,blanks:{place:s.place},camera:s});for(let s of n)if(s.next_erasure&&Date.parse(s.next_erasure)<t-At){i("erasure_waits",!0);break}e.code_used&&i("code_used",!1);let o=e.vault?.free_days;return typeof o=="number"&&o<7&&!a.some(({key:s})=>s==="disk_full")&&i("disk_nearly_full",!1,{count:Math.max(0,Math.floor(o))}),a.sort((s,d)=>Number(d.grave)-Number(s.grave))}var At=10*6e4;function xt({vault:n}){let e=n?.free_days??null;return{days:e,never:e!==null&&e>=365}}function wt(n){return Ft(n,e=>e.next_erasure)}function Ft(n,e){let t=null,a=1/0;for(let i of n){let o=Date.parse(e(i)??"");o<a&&([t,a]=[i,o])}return t}var M=class extends b{static{this.styles=[...h,m`
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
      .requests {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
      }
      .requests > .icon {
        box-sizing: content-box;
        padding: 12px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .requests > div {
        flex: 1 1 220px;
        min-width: 0;
      }
      .overdue {
        color: var(--kb-bad);
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
    `]}render(){let{overview:e}=this.panel,t=e.cameras??[],a=yt(e);return r`
      <div class="page">
        <div class="top">
          ${this.summary(a)}
          ${e.lock?r`<kb-lock-card .panel=${this.panel}></kb-lock-card>`:l}
        </div>
        ${this.panel.may("request_disclosure")?r`<kb-officer .panel=${this.panel}></kb-officer>`:l}
        ${a.length?r`<section aria-labelledby="to-do">
                <h2 id="to-do" class="heading">${this.t("today.to_do")}</h2>
                <ul class="troubles">
                  ${a.map(i=>r`<li>${this.trouble(i)}</li>`)}
                </ul>
              </section>`:l}
        ${this.requests()}
        <section aria-labelledby="cameras">
          <h2 id="cameras" class="heading">${this.t("today.cameras")}</h2>
          ${t.length?r`<div class="cameras">
                  ${ht(t,i=>i.camera,i=>r`<kb-camera .panel=${this.panel} .camera=${i}></kb-camera>`)}
                </div>`:r`<p class="note">
                  ${c(F)}<span>${this.t("today.no_camera")}</span>
                </p>`}
        </section>
        ${this.store()}
      </div>
    `}requests(){let{overview:e}=this.panel,{waiting:t=0,copies_out:a=0,copies_overdue:i=0}=e.requests??{};return!t&&!a?l:r`<section class="card requests" aria-labelledby="requests">
      ${c(T)}
      <div>
        <h2 id="requests">${this.t("shell.tabs.requests")}</h2>
        ${t?r`<p>${this.t("today.requests_waiting",{count:t})}</p>`:l}
        ${a?r`<p>
                ${this.t("today.copies_out",{count:a})}
                ${i?r`<strong class="overdue"
                        >${this.t("today.copies_overdue",{count:i})}</strong
                      >`:l}
              </p>`:l}
      </div>
      <button class="button" @click=${()=>this.panel.go(["requests"])}>
        ${this.t("today.requests_open")}
      </button>
    </section>`}summary(e){let{overview:t}=this.panel,a=t.cameras??[],i=a.filter(({state:d})=>d==="recording").length,o=e.some(d=>d.grave),s=e.length;return r`
      <section
        class="card summary ${o?"grave":s?"some":""}"
        aria-labelledby="summary"
      >
        ${c(s?v:G,28)}
        <div>
          <h2 id="summary">
            ${s?this.t("today.some_wrong",{count:s}):this.t("today.all_well")}
          </h2>
          <p class="soft">
            ${i&&i===a.length?this.t("today.all_recording",{count:i}):this.t("today.recording",{count:i,all:a.length})}
          </p>
        </div>
      </section>
    `}trouble({key:e,blanks:t,grave:a}){let i=t.when?{...t,when:this.panel.format.moment(String(t.when))}:t;return r`<div class="note ${a?"bad":"warn"}">
      ${c(a?v:F)}
      <div>
        <strong>${this.t(`troubles.${e}.title`,i)}</strong>
        ${this.t(`troubles.${e}.do`,i)}
      </div>
    </div>`}store(){let{overview:e,format:t}=this.panel,a=e.cameras??[],i=wt(a),{days:o,never:s}=xt(e),d=a.reduce((w,p)=>w+p.bytes,0);return r`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${c(Z)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${i?.next_erasure?this.t("today.erasure_at",{when:t.moment(i.next_erasure),place:i.place}):this.t("today.no_erasure")}
              </p>
            </div>
          </li>
          <li>
            ${c(Q)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${o===null?this.t("today.space_unknown",{used:t.bytes(d)}):s?this.t("today.space_enough",{used:t.bytes(d)}):this.t("today.space_for",{used:t.bytes(d),count:Math.max(0,Math.floor(o))})}
              </p>
            </div>
          </li>
          ${e.book?r`<li>
                  ${c(B)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${e.book.intact?this.t("today.book_intact",{count:e.book.entries}):this.t("today.book_damaged")}
                    </p>
                  </div>
                </li>`:l}
        </ul>
      </section>
    `}};f("kb-lock-chip",L);f("kb-today",M);f("kb-outsider",E);var jt={today:at,footage:R,requests:T,people:H,book:V},It={footage:()=>import("./chunks/footage-B2TUECUM.js"),requests:()=>import("./chunks/requests-W3TYYLS4.js"),people:()=>import("./chunks/people-AX3W5N3V.js"),book:()=>import("./chunks/book-ZCOK2X6N.js")},$t={requests:"requests"},Nt=8e3,g=class extends rt{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedTab=null;this.live=new z(()=>this.requestUpdate("live"));this.language=null;this.parts=new Set;this.worded=[];this.localize=null;this.format=null;this.unfollow=()=>{};this.wanted=new Set}static{this.styles=[...h,vt]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass),this.unfollow=nt(()=>{this.hass&&P(this.hass)!==this.hasAttribute("dark")&&this.requestUpdate("hass")})}disconnectedCallback(){super.disconnectedCallback(),this.unfollow(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")||!this.hass||P(this.hass)!==this.hasAttribute("dark")?!0:!bt(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",P(this.hass)),this.format=C.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let a of this.dialogs.children)a.panel=t}async learn(t){let a=D(t.language);if(a===this.language)return;this.language=a,this.lang=a;let[,i]=await Promise.all([this.learnWords(a),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);a===this.language&&(this.localize=i,this.requestUpdate())}async learnWords(t){let a=[...this.parts],i=await ft(t,a);t!==this.language||a.length<this.parts.size||(this.worded=a,this.texts=i)}context(){let{hass:t,texts:a,format:i}=this,{overview:o,lock:s}=this.live;if(!t||!a||!i||!o)return null;let d=p=>I(p,a,this.localize),w=this.route?.prefix??j;return{hass:t,overview:o,lock:s,narrow:this.narrow,path:pt(this.route),t:a,format:i,words:d,dialogs:this.dialogs,go:(p,q)=>mt(w,p,q),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:p},{ask:q}]=await Promise.all([import("./chunks/unlock-KVS7EONG.js"),import("./chunks/dialog-5R5MY4KW.js")]),U=this.context();return U?await q(new p,U)??!1:!1},lockNow:async()=>{try{await ct(t,["lock"]),this.say(a("lock.locked_now"))}catch(p){this.say(d(p))}await this.live.refreshLock()},say:p=>this.say(p),may:p=>o.me.may.includes(p)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",Nt)}render(){return r`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?r`<p>${this.said}</p>`:l}
      </div>
    `}page(){let t=this.texts,a=this.hasUpdated?this.context():null;if(!t)return r`${this.header(null,null)}`;if(!a)return r`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?r`<p class="note bad" role="alert">
                  ${c(v)}<span
                    >${I(this.live.error,t,this.localize)}</span
                  >
                </p>`:r`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!a.overview.site)return r`${this.header(t,null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${c(v)}<span
              >${a.words(new ot("site_not_running"))}</span
            >
          </p>
        </main>`;if(!a.overview.me.roles.length)return r`${this.header(t,null)}
        <main><kb-outsider .panel=${a}></kb-outsider></main>`;let i=a.path[0];return r`
      ${this.header(t,a)} ${this.staleNote(t,a)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${i}`)}>
        ${this.tab(i,a)}
      </main>
      ${this.narrow?this.tabs(t,a,"below"):l}
    `}header(t,a){return r`
      <header class="bar">
        ${customElements.get("ha-menu-button")?r`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`:l}
        <h1>${t?.("shell.title")??""}</h1>
        ${t&&a&&!this.narrow?this.tabs(t,a,"above"):r`<span class="gap"></span>`}
        ${a?.overview.lock?r`<kb-lock-chip .panel=${a}></kb-lock-chip>`:l}
      </header>
    `}tabs(t,a,i){let o=this.route?.prefix??j;return r`
      <nav class=${i} aria-label=${t("shell.pages")}>
        ${dt.map(s=>r`
            <a
              href=${ut(o,[s])}
              aria-current=${a.path[0]===s?"page":l}
              @click=${d=>{d.ctrlKey||d.metaKey||d.shiftKey||(d.preventDefault(),a.go([s]))}}
            >
              ${c(jt[s])} ${s==="requests"?this.badge(t,a):l}
              <span>${t(`shell.${i==="below"?"tabs_short":"tabs"}.${s}`)}</span>
            </a>
          `)}
      </nav>
    `}badge(t,{overview:a}){let i=a.requests?.waiting??0;return i?r`<span class="badge">
      <span aria-hidden="true">${i>99?"99+":i}</span>
      <span class="unseen">${t("shell.waiting",{count:i})}</span>
    </span>`:l}tab(t,a){if(this.want(t),this.failedTab===t)return r`<div class="waiting">
        <p class="note bad" role="alert">
          ${c(v)}<span>${a.t("shell.not_loaded")}</span>
        </p>
      </div>`;let i=$t[t];if(i&&!this.worded.includes(i))return r`<div class="waiting">
        <p class="soft" role="status">${a.t("shell.loading")}</p>
      </div>`;switch(t){case"today":return r`<kb-today .panel=${a}></kb-today>`;case"footage":return r`<kb-footage .panel=${a}></kb-footage>`;case"requests":return r`<kb-requests .panel=${a}></kb-requests>`;case"people":return r`<kb-people .panel=${a}></kb-people>`;case"book":return r`<kb-book .panel=${a}></kb-book>`}}want(t){let a=It[t];if(!a||this.wanted.has(t)||this.failedTab===t)return;this.wanted.add(t);let i=$t[t];i&&this.parts.add(i);let o=i&&this.language?this.learnWords(this.language):null;Promise.all([a(),o]).catch(()=>{this.wanted.delete(t),this.failedTab=t})}staleNote(t,{overview:a}){return!N||!a.version||a.version===N?l:r`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${c(et,20)}${t("shell.reload")}
      </button>
    </div>`}};u([k({attribute:!1})],g.prototype,"hass",2),u([k({type:Boolean,reflect:!0})],g.prototype,"narrow",2),u([k({attribute:!1})],g.prototype,"route",2),u([k({attribute:!1})],g.prototype,"panel",2),u([x()],g.prototype,"texts",2),u([x()],g.prototype,"said",2),u([x()],g.prototype,"failedTab",2),u([st("#dialogs")],g.prototype,"dialogs",2);f("kuma-bouhan-panel",g);
