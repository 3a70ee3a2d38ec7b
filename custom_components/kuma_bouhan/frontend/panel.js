import{b as wt}from"./chunks/chunk-ZUNDT6UZ.js";import"./chunks/chunk-TSFYAZGY.js";import{a as I}from"./chunks/chunk-LJNQ67HQ.js";import{a as Tt}from"./chunks/chunk-VHND7HAI.js";import{a as L}from"./chunks/chunk-MTNA7FE6.js";import{F as it,G as st,Ha as ut,Ka as l,La as g,P as rt,R as O,S,T as E,U as P,X as ot,a as J,aa as T,ba as w,d as U,e as y,g as V,j as Q,ja as nt,k as X,o as K,pa as lt,qa as dt,r as tt,ra as ct,wa as pt,x as et,z as at}from"./chunks/chunk-QH2FQVPP.js";import{a as bt,c as gt,d as vt,f as q}from"./chunks/chunk-3A3V5TTW.js";import{a as kt,b as yt,d as xt}from"./chunks/chunk-P4VDDYPN.js";import{e as Rt}from"./chunks/chunk-G4XT2YTV.js";import{a as R,b as C,c as W,d as $t,e as z,f as _t}from"./chunks/chunk-LYGZ57WX.js";import{a as b}from"./chunks/chunk-BYHIPRB2.js";import{a as u,b as i,e as n,g as ht,h as k,i as x,j as mt,o as h,p as D,q as ft}from"./chunks/chunk-LBO2O6FZ.js";import{a as p}from"./chunks/chunk-LO2NM3CE.js";var qt=300,A=class extends g{constructor(){super(...arguments);this.ticking=new L(this)}static{this.styles=[...h,u`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}render(){let{overview:t,lock:e,format:a}=this.panel,r=e?.mine;if(this.ticking.runs=!!r,r){let o=(Math.min(Date.parse(r.until),Date.parse(r.idle_until))-Date.now())/1e3;return i`<button class="button open" @click=${()=>this.panel.lockNow()}>
        ${l(w,20)}<span>${this.t("lock.lock")}</span>
        ${o<qt?i`<span class="numbers" aria-hidden="true">${a.countdown(o)}</span>`:n}
      </button>`}return this.panel.may("unlock")?i`<button class="button" @click=${()=>this.panel.ensureUnlocked()}>
        ${l(T,20)}<span>${this.t("lock.unlock")}</span>
      </button>`:t.lock?.locked===!1&&this.panel.may("lock")?i`<button class="button open" @click=${()=>this.panel.lockNow()}>
          ${l(w,20)}<span>${this.t("lock.lock")}</span>
        </button>`:i``}};function j(d,s,t){let{key:e,blanks:a}=q(d);return Ct(e,a,s)??zt(e,a,t)??s("errors.unexpected")}function Ct(d,s,t){let e=`errors.${d}`,a=t(e,s);return a===e?null:a}function zt(d,s,t){return t?.(`component.kuma_bouhan.exceptions.${d}.message`,s)||null}var At=5e3,Ft=500,Mt=6e4,F=class{constructor(s){this.changed=s;this.overview=null;this.lock=null;this.error=null;this.hass=null;this.unsubscribe=null;this.turn=0}start(s){this.hass?.connection!==s.connection&&(this.stop(),this.hass=s,this.subscribe(++this.turn))}stop(){this.turn+=1,clearTimeout(this.again),clearTimeout(this.expiry),this.unsubscribe?.().catch(()=>{}),this.unsubscribe=null,this.hass=null}async refreshLock(){let{hass:s,turn:t}=this;if(!s||!this.overview?.lock)return;let e=await gt(s,"lock").catch(()=>null);t!==this.turn||!e||(this.lock=e,this.watchExpiry(e),this.changed())}async subscribe(s){let{hass:t}=this;if(t)try{let e=await t.connection.subscribeMessage(a=>s===this.turn&&this.take(a),{type:"kuma_bouhan/overview/subscribe"});s===this.turn?this.unsubscribe=e:e().catch(()=>{})}catch(e){if(s!==this.turn)return;this.error=q(e),this.changed(),this.again=setTimeout(()=>{this.subscribe(s)},At)}}take(s){let t=this.overview?.lock?.locked;this.overview=s,this.error=null,s.lock?s.lock.locked&&(this.lock=this.lock&&{...this.lock,locked:!0,mine:null}):this.lock=null,this.changed(),s.lock&&(!this.lock||s.lock.locked!==t)&&this.refreshLock()}watchExpiry({mine:s,wait_until:t}){clearTimeout(this.expiry);let e=s?[s.until,s.idle_until]:t?[t]:[];if(!e.length)return;let a=Math.min(...e.map(Date.parse),Date.now()+Mt)-Date.now();this.expiry=setTimeout(()=>{this.refreshLock()},Math.max(a,0)+Ft)}};function Nt(d){return/\/kuma_bouhan_static\/([0-9a-f]+)\//.exec(d)?.[1]??null}var B=Nt(import.meta.url);var Ot={footage:()=>import("./chunks/footage-ARVUGR3B.js"),requests:()=>import("./chunks/requests-YZ2OTQLE.js"),duties:()=>import("./chunks/duties-AKJQSSAV.js"),people:()=>import("./chunks/people-XATIV6Y4.js"),papers:()=>import("./chunks/papers-6NIMG5D5.js"),check:()=>import("./chunks/check-FXFDBBGF.js"),book:()=>import("./chunks/book-5BQ3TSB7.js"),start:()=>import("./chunks/start-CRO77AU5.js")},Y={requests:["requests"],duties:["duties","requests","papers"],papers:["papers","requests"],check:["papers"],start:["papers"]};var St=u`
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
`;var M=class extends g{static{this.styles=[...h,u`
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
    `]}render(){let{site:s}=this.panel.overview;return s?i`
      <div class="page">
        <section class="card" aria-labelledby="what">
          <div class="head">
            ${l(K,32)}
            <div>
              <h2 id="what">${this.t("outsider.heading")}</h2>
              <p class="soft">${s.facility}</p>
            </div>
          </div>
          <p>
            ${s.crimes?this.t("outsider.what_for",{crimes:s.crimes,days:s.retention_days}):this.t("outsider.what",{days:s.retention_days})}
          </p>
          <p>${this.t("outsider.who_sees")}</p>
        </section>
        <section class="card" aria-labelledby="complain">
          <h2 id="complain">${this.t("outsider.complain")}</h2>
          <p>${this.t("outsider.complain_how")}</p>
          <dl class="facts">
            ${this.fact("outsider.owner",s.owner_name)}
            ${this.fact("outsider.manager",[s.manager_title,s.manager_name].filter(Boolean).join(" "))}
            ${this.fact("outsider.contact",s.contact)}
          </dl>
          <p class="soft small">${this.t("outsider.no_role")}</p>
        </section>
      </div>
    `:n}fact(s,t){return t?i`<div style="display: contents">
      <dt>${this.t(s)}</dt>
      <dd>${t}</dd>
    </div>`:n}};var Ht={recording:lt,connecting:ut,switched_off:nt,outside_hours:at},$=class extends g{constructor(){super(...arguments);this.switching=!1}static{this.styles=[...h,u`
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
      .sign {
        /* A finger's breadth, in the room that the line has anyway. */
        display: inline-block;
        padding-block: 12px;
        margin-block: -12px;
      }
      .sign.missing {
        font-weight: 600;
        color: var(--kb-bad);
      }
      .sign.inspection_due,
      .sign.never_confirmed {
        font-weight: 600;
        color: var(--kb-warn);
      }
      .actions {
        margin-top: auto;
      }
    `]}async switchOn(t){this.switching=!0;try{await this.panel.hass.callService("switch","turn_on",{},{entity_id:t})}catch(e){this.panel.say(this.panel.words(e))}finally{this.switching=!1}}signState(){let{sign:t,panel:e}=this;if(!t)return n;let a=["duties","signs"];return i`<dt>${this.t("camera.sign")}</dt>
      <dd>
        <a
          class="sign ${t.state}"
          href=${z(R,a)}
          @click=${r=>{r.ctrlKey||r.metaKey||r.shiftKey||(r.preventDefault(),e.go(a))}}
          >${this.t(`sign.state.${t.state}`)}</a
        >
      </dd>`}render(){let{camera:t,panel:e}=this,{format:a}=e,r=t.problem?"problem":t.state,o=e.may("list_footage"),c=t.state==="switched_off"&&e.may("switch_recording");return i`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${t.place}</h3>
            ${t.view?i`<p class="soft small">${t.view}</p>`:n}
          </div>
          <span class="state ${r}">
            ${l(t.problem?U:Ht[t.state]??U,20)}
            ${this.t(`camera.state.${t.state}`)}
          </span>
        </div>
        <dl class="facts small">
          <dt>${this.t("camera.oldest")}</dt>
          <dd>${t.oldest?a.moment(t.oldest):this.t("camera.none_yet")}</dd>
          <dt>${this.t("camera.next_erasure")}</dt>
          <dd>${t.next_erasure?a.moment(t.next_erasure):"–"}</dd>
          <dt>${this.t("camera.kept")}</dt>
          <dd>${this.t("camera.days",{count:t.days})}</dd>
          ${this.signState()}
          ${t.held_until?i`<dt>${this.t("camera.held")}</dt>
                  <dd>
                    ${this.t("camera.held_until",{when:a.moment(t.held_until)})}
                  </dd>`:n}
          ${t.last_gap?i`<dt>${this.t("camera.last_gap")}</dt>
                  <dd>
                    ${this.t("camera.gap",{when:a.moment(t.last_gap.start),length:a.length((Date.parse(t.last_gap.end)-Date.parse(t.last_gap.start))/1e3),reason:this.t(`gap.${t.last_gap.reason}`)})}
                  </dd>`:n}
        </dl>
        ${o||c?i`<div class="actions">
                ${c&&t.recording_switch?i`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${()=>this.switchOn(t.recording_switch??"")}
                      >
                        ${l(dt,20)}${this.t("camera.switch_on")}
                      </button>`:n}
                ${o?i`<button
                        class="button"
                        aria-label=${this.t("camera.footage_of",{place:t.place})}
                        @click=${()=>e.go(["footage",t.camera])}
                      >
                        ${l(S,20)}${this.t("camera.footage")}
                      </button>`:n}
              </div>`:n}
      </article>
    `}};p([k({attribute:!1})],$.prototype,"camera",2),p([k({attribute:!1})],$.prototype,"sign",2),p([x()],$.prototype,"switching",2);b("kb-camera",$);var N=class extends g{constructor(){super(...arguments);this.duties=[]}static{this.styles=[...h,u`
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
      }
      .card > .icon {
        box-sizing: content-box;
        padding: 12px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .card > div {
        flex: 1 1 220px;
        min-width: 0;
      }
      .overdue {
        font-weight: 600;
        color: var(--kb-bad);
      }
    `]}render(){let{overdue:t,soon:e}=Rt(this.duties);return this.hidden=!t&&!e,this.hidden?n:i`<section class="card" aria-labelledby="duties">
      ${l(P)}
      <div>
        <h2 id="duties">${this.t("today.duties")}</h2>
        ${t?i`<p class="overdue">${this.t("today.duties_overdue",{count:t})}</p>`:n}
        ${e?i`<p>${this.t("today.duties_soon",{count:e})}</p>`:n}
      </div>
      <button class="button" @click=${()=>this.panel.go(["duties"])}>
        ${this.t("today.duties_open")}
      </button>
    </section>`}};p([k({attribute:!1})],N.prototype,"duties",2);b("kb-duty-card",N);var G=class extends g{constructor(){super(...arguments);this.ticking=new L(this)}static{this.styles=[...h,u`
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
    `]}render(){let{overview:t,lock:e,format:a}=this.panel,r=e?.mine??null,o=r!==null||t.lock?.locked===!1;return this.ticking.runs=r!==null,i`
      <section class="card ${o?"open":""}" aria-labelledby="state">
        <span class="sign">${l(o?w:T,28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(r?"lock.open_for_you":o?"lock.open_for_another":"lock.locked")}
          </h2>
          <p class="soft">
            ${r?this.t("lock.closes_in",{time:a.countdown((Math.min(Date.parse(r.until),Date.parse(r.idle_until))-Date.now())/1e3)}):this.t(o?"lock.another_sees":"lock.nobody_sees")}
          </p>
        </div>
        <div class="actions">
          ${!r&&this.panel.may("unlock")?i`<button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
                  ${l(w,20)}${this.t("lock.unlock")}
                </button>`:n}
          ${o&&this.panel.may("lock")?i`<button
                  class="button ${r?"primary":""}"
                  @click=${()=>this.panel.lockNow()}
                >
                  ${l(T,20)}${this.t("lock.lock")}
                </button>`:n}
        </div>
      </section>
    `}};b("kb-lock-card",G);var Et=new Set(["disk_full","vault_missing","too_slow"]);function Pt({cameras:d=[],...s},t=Date.now()){let e=[],a=(o,c,v={})=>{e.push({key:o,grave:c,blanks:v})};s.vault?.away&&a("vault_missing",!0);for(let o of Et)o==="vault_missing"&&s.vault?.away||d.some(c=>c.state===o)&&a(o,!0);s.book&&!s.book.intact&&a("book_damaged",!0),s.vacant?.includes("site_owner")&&a("no_site_owner",!0),s.vacant?.includes("manager")&&a("no_manager",!0),s.refounding&&a("refounding",!0,{when:s.refounding}),s.new_keys&&a("new_keys",!0,{when:s.new_keys});for(let o of d)o.problem&&!Et.has(o.state)&&e.push({key:o.state,grave:!0,blanks:{place:o.place},camera:o});for(let o of d)if(o.next_erasure&&Date.parse(o.next_erasure)<t-Ut){a("erasure_waits",!0);break}s.code_used&&a("code_used",!1);let r=s.vault?.free_days;return typeof r=="number"&&r<7&&!e.some(({key:o})=>o==="disk_full")&&a("disk_nearly_full",!1,{count:Math.max(0,Math.floor(r))}),e.sort((o,c)=>Number(c.grave)-Number(o.grave))}var Ut=10*6e4;function Lt({vault:d}){let s=d?.free_days??null;return{days:s,never:s!==null&&s>=365}}function Dt(d){return Vt(d,s=>s.next_erasure)}function Vt(d,s){let t=null,e=1/0;for(let a of d){let r=Date.parse(s(a)??"");r<e&&([t,e]=[a,r])}return t}var H=class extends g{constructor(){super(...arguments);this.duties=new I(this,"duties","read_duties");this.signs=new I(this,"signs","confirm_sign")}static{this.styles=[...h,u`
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
    `]}render(){let{overview:t}=this.panel,e=t.cameras??[],a=this.signs.data?.signs??[],r=Pt(t);return i`
      <div class="page">
        <div class="top">
          ${this.summary(r)}
          ${t.lock?i`<kb-lock-card .panel=${this.panel}></kb-lock-card>`:n}
        </div>
        ${this.panel.may("request_disclosure")?i`<kb-officer .panel=${this.panel}></kb-officer>`:n}
        ${r.length?i`<section aria-labelledby="to-do">
                <h2 id="to-do" class="heading">${this.t("today.to_do")}</h2>
                <ul class="troubles">
                  ${r.map(o=>i`<li>${this.trouble(o)}</li>`)}
                </ul>
              </section>`:n}
        ${this.start(a)}
        <kb-duty-card .panel=${this.panel} .duties=${this.duties.data?.duties??[]}></kb-duty-card>
        ${this.requests()}
        <section aria-labelledby="cameras">
          <h2 id="cameras" class="heading">${this.t("today.cameras")}</h2>
          ${e.length?i`<div class="cameras">
                  ${Tt(e,o=>o.camera,o=>i`<kb-camera
                        .panel=${this.panel}
                        .camera=${o}
                        .sign=${a.find(c=>c.camera===o.camera)}
                      ></kb-camera>`)}
                </div>`:i`<p class="note">
                  ${l(V)}<span>${this.t("today.no_camera")}</span>
                </p>`}
        </section>
        ${this.store()}
      </div>
    `}start(t){return!(!this.panel.overview.cameras?.length||t.some(({state:a})=>a==="never_confirmed"))||!this.signs.data?n:i`<section class="card requests" aria-labelledby="start">
      ${l(E)}
      <div>
        <h2 id="start">${this.t("shell.tabs.start")}</h2>
        <p>${this.t("today.start")}</p>
      </div>
      <button class="button" @click=${()=>this.panel.go(["start"])}>
        ${this.t("today.start_open")}
      </button>
    </section>`}requests(){let{overview:t}=this.panel,{waiting:e=0,copies_out:a=0,copies_overdue:r=0}=t.requests??{};return!e&&!a?n:i`<section class="card requests" aria-labelledby="requests">
      ${l(O)}
      <div>
        <h2 id="requests">${this.t("shell.tabs.requests")}</h2>
        ${e?i`<p>${this.t("today.requests_waiting",{count:e})}</p>`:n}
        ${a?i`<p>
                ${this.t("today.copies_out",{count:a})}
                ${r?i`<strong class="overdue"
                        >${this.t("today.copies_overdue",{count:r})}</strong
                      >`:n}
              </p>`:n}
      </div>
      <button class="button" @click=${()=>this.panel.go(["requests"])}>
        ${this.t("today.requests_open")}
      </button>
    </section>`}summary(t){let{overview:e}=this.panel,a=e.cameras??[],r=a.filter(({state:v})=>v==="recording").length,o=t.some(v=>v.grave),c=t.length;return i`
      <section
        class="card summary ${o?"grave":c?"some":""}"
        aria-labelledby="summary"
      >
        ${l(c?y:tt,28)}
        <div>
          <h2 id="summary">
            ${c?this.t("today.some_wrong",{count:c}):this.t("today.all_well")}
          </h2>
          <p class="soft">
            ${r&&r===a.length?this.t("today.all_recording",{count:r}):this.t("today.recording",{count:r,all:a.length})}
          </p>
        </div>
      </section>
    `}trouble({key:t,blanks:e,grave:a}){let r=e.when?{...e,when:this.panel.format.moment(String(e.when))}:e;return i`<div class="note ${a?"bad":"warn"}">
      ${l(a?y:V)}
      <div>
        <strong>${this.t(`troubles.${t}.title`,r)}</strong>
        ${this.t(`troubles.${t}.do`,r)}
      </div>
    </div>`}store(){let{overview:t,format:e}=this.panel,a=t.cameras??[],r=Dt(a),{days:o,never:c}=Lt(t),v=a.reduce((m,_)=>m+_.bytes,0);return i`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${l(it)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${r?.next_erasure?this.t("today.erasure_at",{when:e.moment(r.next_erasure),place:r.place}):this.t("today.no_erasure")}
              </p>
            </div>
          </li>
          <li>
            ${l(ot)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${o===null?this.t("today.space_unknown",{used:e.bytes(v)}):c?this.t("today.space_enough",{used:e.bytes(v)}):this.t("today.space_for",{used:e.bytes(v),count:Math.max(0,Math.floor(o))})}
              </p>
            </div>
          </li>
          ${t.book?i`<li>
                  ${l(Q)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${t.book.intact?this.t("today.book_intact",{count:t.book.entries}):this.t("today.book_damaged")}
                    </p>
                  </div>
                </li>`:n}
        </ul>
      </section>
    `}};b("kb-lock-chip",A);b("kb-today",H);b("kb-outsider",M);var Wt={today:pt,footage:S,requests:O,duties:P,people:J,papers:rt,check:et,book:X,start:E},It=8e3,f=class extends ht{constructor(){super(...arguments);this.narrow=!1;this.texts=null;this.said="";this.failedTab=null;this.more=!1;this.live=new F(()=>this.requestUpdate("live"));this.language=null;this.parts=new Set;this.worded=[];this.localize=null;this.format=null;this.unfollow=()=>{};this.wanted=new Set;this.left=({currentTarget:t,relatedTarget:e})=>{t.contains(e)||(this.more=!1)};this.shut=t=>{t.key!=="Escape"||!this.more||(this.more=!1,this.renderRoot.querySelector("nav.below .tab")?.focus())}}static{this.styles=[...h,St]}connectedCallback(){super.connectedCallback(),this.hass&&this.live.start(this.hass),this.unfollow=ft(()=>{this.hass&&D(this.hass)!==this.hasAttribute("dark")&&this.requestUpdate("hass")})}disconnectedCallback(){super.disconnectedCallback(),this.unfollow(),this.live.stop(),clearTimeout(this.saying)}shouldUpdate(t){return t.size>1||!t.has("hass")||!this.hass||D(this.hass)!==this.hasAttribute("dark")?!0:!wt(t.get("hass"),this.hass)}willUpdate(t){!t.has("hass")||!this.hass||(this.toggleAttribute("dark",D(this.hass)),this.format=xt.of(this.hass),this.live.start(this.hass),this.learn(this.hass))}updated(){let t=this.context();if(t)for(let e of this.dialogs.children)e.panel=t}async learn(t){let e=kt(t.language);if(e===this.language)return;this.language=e,this.lang=e;let[,a]=await Promise.all([this.learnWords(e),t.loadBackendTranslation("exceptions","kuma_bouhan").catch(()=>null)]);e===this.language&&(this.localize=a,this.requestUpdate())}async learnWords(t){let e=[...this.parts],a=await yt(t,e);t!==this.language||e.length<this.parts.size||(this.worded=e,this.texts=a)}context(){let{hass:t,texts:e,format:a}=this,{overview:r,lock:o}=this.live;if(!t||!e||!a||!r)return null;let c=m=>j(m,e,this.localize),v=this.route?.prefix??R;return{hass:t,overview:r,lock:o,narrow:this.narrow,path:$t(this.route),t:e,format:a,words:c,dialogs:this.dialogs,go:(m,_)=>_t(v,m,_),refreshLock:()=>this.live.refreshLock(),ensureUnlocked:async()=>{if(this.live.lock?.mine)return!0;let[{UnlockDialog:m},{ask:_}]=await Promise.all([import("./chunks/unlock-BX4KTBYP.js"),import("./chunks/dialog-3TOSHM7M.js")]),Z=this.context();return Z?await _(new m,Z)??!1:!1},lockNow:async()=>{try{await vt(t,["lock"]),this.say(e("lock.locked_now"))}catch(m){this.say(c(m))}await this.live.refreshLock()},say:m=>this.say(m),may:m=>r.me.may.includes(m)}}say(t){this.said=t,clearTimeout(this.saying),this.saying=setTimeout(()=>this.said="",It)}render(){return i`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said?i`<p>${this.said}</p>`:n}
      </div>
    `}page(){let t=this.texts,e=this.hasUpdated?this.context():null;if(!t)return i`${this.header(null,null)}`;if(!e)return i`${this.header(t,null)}
        <main class="waiting">
          ${this.live.error?i`<p class="note bad" role="alert">
                  ${l(y)}<span
                    >${j(this.live.error,t,this.localize)}</span
                  >
                </p>`:i`<p class="soft" role="status">${t("shell.loading")}</p>`}
        </main>`;if(!e.overview.site)return i`${this.header(t,null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${l(y)}<span
              >${e.words(new bt("site_not_running"))}</span
            >
          </p>
        </main>`;if(!e.overview.me.roles.length)return i`${this.header(t,null)}
        <main><kb-outsider .panel=${e}></kb-outsider></main>`;let a=e.path[0];return i`
      ${this.header(t,e)} ${this.staleNote(t,e)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${a}`)}>
        ${this.tab(a,e)}
      </main>
      ${this.narrow?this.tabs(t,e,"below"):n}
    `}header(t,e){return i`
      <header class="bar">
        ${customElements.get("ha-menu-button")?i`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`:n}
        <h1>${t?.("shell.title")??""}</h1>
        ${t&&e&&!this.narrow?this.tabs(t,e,"above"):i`<span class="gap"></span>`}
        ${e?.overview.lock?i`<kb-lock-chip .panel=${e}></kb-lock-chip>`:n}
      </header>
    `}tabs(t,e,a){let r=a==="below"?C.slice(0,W):C;return i`
      <nav class=${a} aria-label=${t("shell.pages")} @focusout=${this.left}>
        ${r.map(o=>this.link(o,t,e,a))}
        ${a==="below"?this.others(t,e):n}
      </nav>
    `}link(t,e,a,r){return i`
      <a
        href=${z(this.route?.prefix??R,[t])}
        aria-current=${a.path[0]===t?"page":n}
        @click=${o=>{o.ctrlKey||o.metaKey||o.shiftKey||(o.preventDefault(),this.more=!1,a.go([t]))}}
      >
        ${l(Wt[t])} ${t==="requests"?this.badge(e,a):n}
        <span>${e(`shell.${r==="below"?"tabs_short":"tabs"}.${t}`)}</span>
      </a>
    `}others(t,e){let a=C.slice(W),r=a.some(o=>o===e.path[0]);return i`
      <button
        class="tab ${r?"current":""}"
        aria-current=${r?"true":n}
        aria-expanded=${this.more?"true":"false"}
        aria-controls="more"
        @click=${()=>this.more=!this.more}
        @keydown=${this.shut}
      >
        ${l(st)}<span>${t("shell.more")}</span>
      </button>
      <div id="more" class="more" ?hidden=${!this.more} @keydown=${this.shut}>
        ${a.map(o=>this.link(o,t,e,"more"))}
      </div>
    `}badge(t,{overview:e}){let a=e.requests?.waiting??0;return a?i`<span class="badge">
      <span aria-hidden="true">${a>99?"99+":a}</span>
      <span class="unseen">${t("shell.waiting",{count:a})}</span>
    </span>`:n}tab(t,e){if(this.want(t),this.failedTab===t)return i`<div class="waiting">
        <p class="note bad" role="alert">
          ${l(y)}<span>${e.t("shell.not_loaded")}</span>
        </p>
      </div>`;if(!(Y[t]??[]).every(a=>this.worded.includes(a)))return i`<div class="waiting">
        <p class="soft" role="status">${e.t("shell.loading")}</p>
      </div>`;switch(t){case"today":return i`<kb-today .panel=${e}></kb-today>`;case"footage":return i`<kb-footage .panel=${e}></kb-footage>`;case"requests":return i`<kb-requests .panel=${e}></kb-requests>`;case"duties":return i`<kb-duties .panel=${e}></kb-duties>`;case"people":return i`<kb-people .panel=${e}></kb-people>`;case"papers":return i`<kb-papers .panel=${e}></kb-papers>`;case"check":return i`<kb-check .panel=${e}></kb-check>`;case"book":return i`<kb-book .panel=${e}></kb-book>`;case"start":return i`<kb-start .panel=${e}></kb-start>`}}want(t){let e=Ot[t];if(!e||this.wanted.has(t)||this.failedTab===t)return;this.wanted.add(t);let a=Y[t]??[];for(let o of a)this.parts.add(o);let r=a.length&&this.language?this.learnWords(this.language):null;Promise.all([e(),r]).catch(()=>{this.wanted.delete(t),this.failedTab=t})}staleNote(t,{overview:e}){return!B||!e.version||e.version===B?n:i`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${()=>location.reload()}>
        ${l(ct,20)}${t("shell.reload")}
      </button>
    </div>`}};p([k({attribute:!1})],f.prototype,"hass",2),p([k({type:Boolean,reflect:!0})],f.prototype,"narrow",2),p([k({attribute:!1})],f.prototype,"route",2),p([k({attribute:!1})],f.prototype,"panel",2),p([x()],f.prototype,"texts",2),p([x()],f.prototype,"said",2),p([x()],f.prototype,"failedTab",2),p([x()],f.prototype,"more",2),p([mt("#dialogs")],f.prototype,"dialogs",2);b("kuma-bouhan-panel",f);
