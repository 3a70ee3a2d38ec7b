import"./chunks/chunk-3JRK3VQ4.js";import{a as F,b as E,c as H,d as vt,e as kt,f as yt}from"./chunks/chunk-LYGZ57WX.js";import{f as xt}from"./chunks/chunk-CTWQIWQG.js";import{a as O}from"./chunks/chunk-MTNA7FE6.js";import{a as ut,c as ht,d as mt,f as S}from"./chunks/chunk-3A3V5TTW.js";import{B as Q,Ba as c,C as X,L as K,N as T,O as R,P as tt,Q as et,T as at,Y as $,Z as x,a as I,c as A,d as v,e as M,ea as it,h as B,i as j,ka as st,l as Y,la as rt,ma as ot,o as G,qa as nt,u as Z,v as J,za as lt}from"./chunks/chunk-YVMQDE2W.js";import{a as b}from"./chunks/chunk-X5RYZNN2.js";import{a as gt,b as ft,d as bt}from"./chunks/chunk-2UZ43YKD.js";import{a as f}from"./chunks/chunk-BYHIPRB2.js";import{a as m,b as s,e as n,g as ct,h as k,i as y,j as pt,o as g,p as P,q as dt}from"./chunks/chunk-HILQJUX4.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var St=300,C=class extends b{constructor(){super(...arguments);this.ticking=new O(this)}static{this.styles=[...g,m`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:e,format:i}=this.panel,o=e?.mine;if(this.ticking.runs=!!o,o){let r=(Math.min(Date.parse(o.until),Date.parse(o.idle_until))-Date.now())/1e3;return s`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${c(x,20)}<span>${this.t("lock.lock")}</span>
        ${r<St?s`<span class="numbers" aria-hidden="true">${i.countdown(r)}</span>`:n}
      </button>`}return this.panel.may("unlock")?s`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${c($,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?s`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${c(x,20)}<span>${this.t("lock.lock")}</span>
        </button>`:s``}};function N(l,a,t){let{key:e,blanks:i}=S(l);return Et(e,i,a)??Ct(e,i,t)??a("errors.unexpected")}function Et(l,a,t){let e=`errors.${l}`,i=t(e,a);return i===e?null:i}function Ct(l,a,t){return t?.(`component.kuma_bouhan.exceptions.${l}.message`,a)||null}function wt(l,a){return l===a||l!==void 0&&a!==void 0&&l.language===a.language&&l.locale===a.locale&&l.config.time_zone===a.config.time_zone&&l.user===a.user&&l.auth===a.auth&&l.connection===a.connection}var zt=5e3,Lt=500,qt=6e4,z=class{constructor(a){this.changed=a;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(a){this.hass?.connection!==a.connection&&(this.stop(),this.hass=a,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:a,turn:t}=this;if(!a||!this.overview?.lock)return;let e=await ht(a,"lock").catch(()=>null);t!==this.turn||!e||(this.lock=e,this.watchExpiry(e),this.changed())}async subscribe(a){let{hass:t}=this;if(t)try{let e=await t.connection.subscribeMessage(i=>a===this.turn&&this.take(i),{type:"kuma_bouhan/overview/subscribe"});a===this.turn?this.unsubscribe=e:e().catch(()=>{})}catch(e){if(a!==this.turn)return;this.error=S(e),this.changed(),this.again=setTimeout(()=>{this.subscribe(a)},zt)}}take(a){let t=this.overview?.lock?.locked;this.overview=a,this.error=null,a.lock?a.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),a.lock&&(!this.lock||a.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:a,wait_until:t}){clearTimeout(this.expiry);let e=a?[a.until,a.idle_until]:t?[t]:[];if(!e.length)return;let i=Math.min(...e.map(Date.parse),Date.now()+qt)-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(i,0)+Lt)}};function Dt(l){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(l)?.[1]??null}var U=Dt(import.meta.url);var $t=m`
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
  nav a,
  nav .tab {
    position: relative;
    display: flex;
    align-items: center;
    color: var(--kb-soft);
    text-decoration: none;
    -webkit-tap-highlight-color: transparent;
  }
  nav a[aria-current],
  nav .tab.current {
    color: var(--kb-accent);
  }
  nav .tab {
    font: inherit;
    border: 0;
    background: none;
    cursor: pointer;
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
    justify-content: safe center;
    align-self: stretch;
    gap: 4px;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav.above a {
    flex: none;
    gap: 8px;
    padding: 0 14px;
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
  nav.below > a,
  nav.below .tab {
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-height: 60px;
    padding: 6px 2px;
    font-size: 13px;
    font-weight: 600;
    text-align: center;
  }
  nav.below > a[aria-current] .icon,
  nav.below .tab.current .icon {
    box-sizing: content-box;
    padding: 3px 14px;
    margin: -3px 0;
    border-radius: 999px;
    background: var(--kb-tint);
  }
  nav .more {
    position: absolute;
    inset: auto 8px calc(100% + 8px) auto;
    min-width: 220px;
    padding: 8px 0;
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    background: var(--kb-card);
    box-shadow: 0 4px 16px rgba(0, 0, 0, 0.25);
  }
  nav .more a {
    gap: 16px;
    min-height: 52px;
    padding: 8px 20px;
    font-weight: 600;
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
  @container bar (max-width: 1399px) {
    nav.above a .icon {
      display: none;
    }
    nav.above a {
      padding: 0 10px;
    }
  }
  @container bar (max-width: 1099px) {
    h1:has(+ nav) {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;var L=class extends b{static{this.styles=[...g,m`
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
    `]}render(){let{site:a}=this.panel.overview;return a?s`
      <div class="page">
        <section class="card" aria-labelledby="what">
          <div class="head">
            ${c(Y,32)}
            <div>
              <h2 id="what">${this.t("outsider.heading")}</h2>
              <p class="soft">${a.facility}</p>
            </div>
          </div>
          <p>
            ${a.crimes?this.t("outsider.what_for",{crimes:a.crimes,days:a.retention_days}):this.t("outsider.what",{days:a.retention_days})}
          </p>
          <p>${this.t("outsider.who_sees")}</p>
        </section>
        <section class="card" aria-labelledby="complain">
          <h2 id="complain">${this.t("outsider.complain")}</h2>
          <p>${this.t("outsider.complain_how")}</p>
          <dl class="facts">
            ${this.fact("outsider.owner",a.owner_name)}
            ${this.fact("outsider.manager",[a.manager_title,a.manager_name].filter(Boolean).join(" "))}
            ${this.fact("outsider.contact",a.contact)}
          </dl>
          <p class="soft small">${this.t("outsider.no_role")}</p>
        </section>
      </div>
    `:n}fact(a,t){return t?s`<div style="display: contents">
      <dt>${this.t(a)}</dt>
      <dd>${t}</dd>
    </div>`:n}};var At={recording:st,connecting:lt,switched_off:it,outside_hours:J},_=class extends b{constructor(){super(...arguments);this.switching=!1}static{this.styles=[...g,m`
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
    `]}async switchOn(t){this.switching=!0;try{await this.panel.hass.callService("switch","turn_on",{},{entity_id:t})}catch(e){this.panel.say(this.panel.words(e))}finally{this.switching=!1}}render(){let{camera:t,panel:e}=this,{format:i}=e,o=t.problem?"problem":t.state,r=e.may("list_footage"),p=t.state==="switched_off"&&e.may("switch_recording");return s`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${t.place}</h3>
            ${t.view?s`<p class="soft small">${t.view}</p>`:n}
          </div>
          <span class="state ${o}">
            ${c(t.problem?A:At[t.state]??A,20)}
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
          ${t.held_until?s`<dt>${this.t("camera.held")}</dt>
                  <dd>
                    ${this.t("camera.held_until",{when:i.moment(t.held_until)})}
                  </dd>`:n}
          ${t.last_gap?s`<dt>${this.t("camera.last_gap")}</dt>
                  <dd>
                    ${this.t("camera.gap",{when:i.moment(t.last_gap.start),length:i.length((Date.parse(t.last_gap.end)-Date.parse(t.last_gap.start))/1e3),reason:this.t(`gap.${t.last_gap.reason}`)})}
                  </dd>`:n}
        </dl>
        ${r||p?s`<div class="actions">
                ${p&&t.recording_switch?s`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${()=>this.switchOn(t.recording_switch??"")}
                      >
                        ${c(rt,20)}${this.t("camera.switch_on")}
                      </button>`:n}
                ${r?s`<button
                        class="button"
                        aria-label=${this.t("camera.footage_of",{place:t.place})}
                        @click=${()=>e.go(["footage",t.camera])}
                      >
                        ${c(R,20)}${this.t("camera.footage")}
                      </button>`:n}
              </div>`:n}
      </article>
    `}};u([k({attribute:!1})],_.prototype,"camera",2),u([y()],_.prototype,"switching",2);f("kb-camera",_);var V=class extends b{constructor(){super(...arguments);this.ticking=new O(this)}static{this.styles=[...g,m`
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
    `]}render(){let{overview:t,lock:e,format:i}=this.panel,o=e?.mine??null,r=o!==null||t.lock?.locked===!1;return this.ticking.runs=o!==null,s`
      <section class="card ${r?"open":""}" aria-labelledby="state">
        <span class="sign">${c(r?x:$,28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(o?"lock.open_for_you":r?"lock.open_for_another":"lock.locked")}
          </h2>
          <p class="soft">
            ${o?this.t("lock.closes_in",{time:i.countdown((Math.min(Date.parse(o.until),Date.parse(o.idle_until))-Date.now())/1e3)}):this.t(r?"lock.another_sees":"lock.nobody_sees")}
          </p>
        </div>
        <div class="actions">
          ${!o&&this.panel.may("unlock")?s`<button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
                  ${c(x,20)}${this.t("lock.unlock")}
                </button>`:n}
          ${r&&this.panel.may("lock")?s`<button
                  class="button ${o?"primary":""}"
                  @click=${()=>this.panel.lockNow()}
                >
                  ${c($,20)}${this.t("lock.lock")}
                </button>`:n}
        </div>
      </section>
    `}};f("kb-lock-card",V);var _t=new Set(["disk_full","vault_missing","too_slow"]);function Tt({cameras:l=[],...a},t=Date.now()){let e=[],i=(r,p,w={})=>{e.push({key:r,grave:p,blanks:w})};a.vault?.away&&i("vault_missing",!0);for(let r of _t)r==="vault_missing"&&a.vault?.away||l.some(p=>p.state===r)&&i(r,!0);a.book&&!a.book.intact&&i("book_damaged",!0),a.vacant?.includes("site_owner")&&i("no_site_owner",!0),a.vacant?.includes("manager")&&i("no_manager",!0),a.refounding&&i("refounding",!0,{when:a.refounding});for(let r of l)r.problem&&!_t.has(r.state)&&e.push({key:r.state,grave:!0,blanks:{place:r.place},camera:r});for(let r of l)if(r.next_erasure&&Date.parse(r.next_erasure)<t-Mt){i("erasure_waits",!0);break}a.code_used&&i("code_used",!1);let o=a.vault?.free_days;return typeof o=="number"&&o<7&&!e.some(({key:r})=>r==="disk_full")&&i("disk_nearly_full",!1,{count:Math.max(0,Math.floor(o))}),e.sort((r,p)=>Number(p.grave)-Number(r.grave))}var Mt=10*6e4;function Rt({vault:l}){let a=l?.free_days??null;return{days:a,never:a!==null&&a>=365}}function Ot(l){return Ft(l,a=>a.next_erasure)}function Ft(l,a){let t=null,e=1/0;for(let i of l){let o=Date.parse(a(i)??"");o<e&&([t,e]=[i,o])}return t}var q=class extends b{static{this.styles=[...g,m`
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
    `]}render(){let{overview:a}=this.panel,t=a.cameras??[],e=Tt(a);return s`
      <div class="page">
        <div class="top">
          ${this.summary(e)}
          ${a.lock?s`<kb-lock-card .panel=${this.panel}></kb-lock-card>`:n}
        </div>
        ${this.panel.may("request_disclosure")?s`<kb-officer .panel=${this.panel}></kb-officer>`:n}
        ${e.length?s`<section aria-labelledby="to-do">
                <h2 id="to-do" class="heading">${this.t("today.to_do")}</h2>
                <ul class="troubles">
                  ${e.map(i=>s`<li>${this.trouble(i)}</li>`)}
                </ul>
              </section>`:n}
        ${this.requests()}
        <section aria-labelledby="cameras">
          <h2 id="cameras" class="heading">${this.t("today.cameras")}</h2>
          ${t.length?s`<div class="cameras">
                  ${xt(t,i=>i.camera,i=>s`<kb-camera .panel=${this.panel} .camera=${i}></kb-camera>`)}
                </div>`:s`<p class="note">
                  ${c(M)}<span>${this.t("today.no_camera")}</span>
                </p>`}
        </section>
        ${this.store()}
      </div>
    `}requests(){let{overview:a}=this.panel,{waiting:t=0,copies_out:e=0,copies_overdue:i=0}=a.requests??{};return!t&&!e?n:s`<section class="card requests" aria-labelledby="requests">
      ${c(T)}
      <div>
        <h2 id="requests">${this.t("shell.tabs.requests")}</h2>
        ${t?s`<p>${this.t("today.requests_waiting",{count:t})}</p>`:n}
        ${e?s`<p>
                ${this.t("today.copies_out",{count:e})}
                ${i?s`<strong class="overdue"
                        >${this.t("today.copies_overdue",{count:i})}</strong
                      >`:n}
              </p>`:n}
      </div>
      <button class="button" @click=${()=>this.panel.go(["requests"])}>
        ${this.t("today.requests_open")}
      </button>
    </section>`}summary(a){let{overview:t}=this.panel,e=t.cameras??[],i=e.filter(({state:p})=>p==="recording").length,o=a.some(p=>p.grave),r=a.length;return s`
      <section
        class="card summary ${o?"grave":r?"some":""}"
        aria-labelledby="summary"
      >
        ${c(r?v:G,28)}
        <div>
          <h2 id="summary">
            ${r?this.t("today.some_wrong",{count:r}):this.t("today.all_well")}
          </h2>
          <p class="soft">
            ${i&&i===e.length?this.t("today.all_recording",{count:i}):this.t("today.recording",{count:i,all:e.length})}
          </p>
        </div>
      </section>
    `}trouble({key:a,blanks:t,grave:e}){let i=t.when?{...t,when:this.panel.format.moment(String(t.when))}:t;return s`<div class="note ${e?"bad":"warn"}">
      ${c(e?v:M)}
      <div>
        <strong>${this.t(`troubles.${a}.title`,i)}</strong>
        ${this.t(`troubles.${a}.do`,i)}
      </div>
    </div>`}store(){let{overview:a,format:t}=this.panel,e=a.cameras??[],i=Ot(e),{days:o,never:r}=Rt(a),p=e.reduce((w,d)=>w+d.bytes,0);return s`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${c(Q)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${i?.next_erasure?this.t("today.erasure_at",{when:t.moment(i.next_erasure),place:i.place}):this.t("today.no_erasure")}
              </p>
            </div>
          </li>
          <li>
            ${c(at)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${o===null?this.t("today.space_unknown",{used:t.bytes(p)}):r?this.t("today.space_enough",{used:t.bytes(p)}):this.t("today.space_for",{used:t.bytes(p),count:Math.max(0,Math.floor(o))})}
              </p>
            </div>
          </li>
          ${a.book?s`<li>
                  ${c(B)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${a.book.intact?this.t("today.book_intact",{count:a.book.entries}):this.t("today.book_damaged")}
                    </p>
                  </div>
                </li>`:n}
        </ul>
      </section>
    `}};f("kb-lock-chip",C);f("kb-today",q);f("kb-outsider",L);var Ht={today:nt,footage:R,requests:T,duties:et,people:I,papers:K,check:Z,book:j,start:tt},Nt={footage:()=>import("./chunks/footage-GLLQ6HOP.js"),requests:()=>import("./chunks/requests-JC6KIOTI.js"),duties:()=>import("./chunks/duties-BSH6FNUT.js"),people:()=>import("./chunks/people-VOESMGPL.js"),papers:()=>import("./chunks/papers-F3TXYL24.js"),check:()=>import("./chunks/check-YOAT7X7L.js"),book:()=>import("./chunks/book-QALGJY4H.js"),start:()=>import("./chunks/start-JRYEJ4UV.js")},Pt={requests:["requests"],duties:["duties"],papers:["papers","requests"],check:["papers"],start:["papers"]},Ut=8e3,h=class extends ct{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedTab=null;this.more=!1;this.live=new z(()=>this.requestUpdate("live"));this.language=null;this.parts=new Set;this.worded=[];this.localize=null;this.format=null;this.unfollow=()=>{};this.wanted=new Set;this.left=({currentTarget:t,relatedTarget:e})=>{t.contains(e)||(this.more=!1)};this.shut=t=>{t.key!=="Escape"||!this.more||(this.more=!1,this.renderRoot.querySelector("nav.below .tab")?.focus())}}static{this.styles=[...g,$t]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass),this.unfollow=dt(()=>{this.hass&&P(this.hass)!==this.hasAttribute("dark")&&this.requestUpdate("hass")})}disconnectedCallback(){super.disconnectedCallback(),this.unfollow(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")||!this.hass||P(this.hass)!==this.hasAttribute("dark")?!0:!wt(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",P(this.hass)),this.format=bt.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let e of this.dialogs.children)e.panel=t}async learn(t){let e=gt(t.language);if(e===this.language)return;this.language=e,this.lang=e;let[,i]=await Promise.all([this.learnWords(e),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);e===this.language&&(this.localize=i,this.requestUpdate())}async learnWords(t){let e=[...this.parts],i=await ft(t,e);t!==this.language||e.length<this.parts.size||(this.worded=e,this.texts=i)}context(){let{hass:t,texts:e,format:i}=this,{overview:o,lock:r}=this.live;if(!t||!e||!i||!o)return null;let p=d=>N(d,e,this.localize),w=this.route?.prefix??F;return{hass:t,overview:o,lock:r,narrow:this.narrow,path:vt(this.route),t:e,format:i,words:p,dialogs:this.dialogs,go:(d,D)=>yt(w,d,D),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:d},{ask:D}]=await Promise.all([import("./chunks/unlock-67TOPPXK.js"),import("./chunks/dialog-VBGDJXLO.js")]),W=this.context();return W?await D(new d,W)??!1:!1},lockNow:async()=>{try{await mt(t,["lock"]),this.say(e("lock.locked_now"))}catch(d){this.say(p(d))}await this.live.refreshLock()},say:d=>this.say(d),may:d=>o.me.may.includes(d)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",Ut)}render(){return s`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?s`<p>${this.said}</p>`:n}
      </div>
    `}page(){let t=this.texts,e=this.hasUpdated?this.context():null;if(!t)return s`${this.header(null,null)}`;if(!e)return s`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?s`<p class="note bad" role="alert">
                  ${c(v)}<span
                    >${N(this.live.error,t,this.localize)}</span
                  >
                </p>`:s`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!e.overview.site)return s`${this.header(t,null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${c(v)}<span
              >${e.words(new ut("site_not_running"))}</span
            >
          </p>
        </main>`;if(!e.overview.me.roles.length)return s`${this.header(t,null)}
        <main><kb-outsider .panel=${e}></kb-outsider></main>`;let i=e.path[0];return s`
      ${this.header(t,e)} ${this.staleNote(t,e)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${i}`)}>
        ${this.tab(i,e)}
      </main>
      ${this.narrow?this.tabs(t,e,"below"):n}
    `}header(t,e){return s`
      <header class="bar">
        ${customElements.get("ha-menu-button")?s`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`:n}
        <h1>${t?.("shell.title")??""}</h1>
        ${t&&e&&!this.narrow?this.tabs(t,e,"above"):s`<span class="gap"></span>`}
        ${e?.overview.lock?s`<kb-lock-chip .panel=${e}></kb-lock-chip>`:n}
      </header>
    `}tabs(t,e,i){let o=i==="below"?E.slice(0,H):E;return s`
      <nav class=${i} aria-label=${t("shell.pages")} @focusout=${this.left}>
        ${o.map(r=>this.link(r,t,e,i))}
        ${i==="below"?this.others(t,e):n}
      </nav>
    `}link(t,e,i,o){return s`
      <a
        href=${kt(this.route?.prefix??F,[t])}
        aria-current=${i.path[0]===t?"page":n}
        @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),this.more=!1,i.go([t]))}}
      >
        ${c(Ht[t])} ${t==="requests"?this.badge(e,i):n}
        <span>${e(`shell.${o==="below"?"tabs_short":"tabs"}.${t}`)}</span>
      </a>
    `}others(t,e){let i=E.slice(H),o=i.some(r=>r===e.path[0]);return s`
      <button
        class="tab ${o?"current":""}"
        aria-expanded=${this.more?"true":"false"}
        aria-controls="more"
        @click=${()=>this.more=!this.more}
        @keydown=${this.shut}
      >
        ${c(X)}<span>${t("shell.more")}</span>
      </button>
      <div id="more" class="more" ?hidden=${!this.more} @keydown=${this.shut}>
        ${i.map(r=>this.link(r,t,e,"more"))}
      </div>
    `}badge(t,{overview:e}){let i=e.requests?.waiting??0;return i?s`<span class="badge">
      <span aria-hidden="true">${i>99?"99+":i}</span>
      <span class="unseen">${t("shell.waiting",{count:i})}</span>
    </span>`:n}tab(t,e){if(this.want(t),this.failedTab===t)return s`<div class="waiting">
        <p class="note bad" role="alert">
          ${c(v)}<span>${e.t("shell.not_loaded")}</span>
        </p>
      </div>`;if(!(Pt[t]??[]).every(i=>this.worded.includes(i)))return s`<div class="waiting">
        <p class="soft" role="status">${e.t("shell.loading")}</p>
      </div>`;switch(t){case"today":return s`<kb-today .panel=${e}></kb-today>`;case"footage":return s`<kb-footage .panel=${e}></kb-footage>`;case"requests":return s`<kb-requests .panel=${e}></kb-requests>`;case"duties":return s`<kb-duties .panel=${e}></kb-duties>`;case"people":return s`<kb-people .panel=${e}></kb-people>`;case"papers":return s`<kb-papers .panel=${e}></kb-papers>`;case"check":return s`<kb-check .panel=${e}></kb-check>`;case"book":return s`<kb-book .panel=${e}></kb-book>`;case"start":return s`<kb-start .panel=${e}></kb-start>`}}want(t){let e=Nt[t];if(!e||this.wanted.has(t)||this.failedTab===t)return;this.wanted.add(t);let i=Pt[t]??[];for(let r of i)this.parts.add(r);let o=i.length&&this.language?this.learnWords(this.language):null;Promise.all([e(),o]).catch(()=>{this.wanted.delete(t),this.failedTab=t})}staleNote(t,{overview:e}){return!U||!e.version||e.version===U?n:s`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${c(ot,20)}${t("shell.reload")}
      </button>
    </div>`}};u([k({attribute:!1})],h.prototype,"hass",2),u([k({type:Boolean,reflect:!0})],h.prototype,"narrow",2),u([k({attribute:!1})],h.prototype,"route",2),u([k({attribute:!1})],h.prototype,"panel",2),u([y()],h.prototype,"texts",2),u([y()],h.prototype,"said",2),u([y()],h.prototype,"failedTab",2),u([y()],h.prototype,"more",2),u([pt("#dialogs")],h.prototype,"dialogs",2);f("kuma-bouhan-panel",h);
