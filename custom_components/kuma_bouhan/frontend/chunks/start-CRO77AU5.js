import{a as R}from"./chunk-5FR6BD7Q.js";import"./chunk-WG5PMATA.js";import"./chunk-FWTH2NWR.js";import{b as T}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{a as _}from"./chunk-ZUNDT6UZ.js";import{a as p}from"./chunk-LJNQ67HQ.js";import{Ja as b,Ka as l,La as S,oa as f,q as g,r as k}from"./chunk-QH2FQVPP.js";import{c as x}from"./chunk-3A3V5TTW.js";import{a as y}from"./chunk-BYHIPRB2.js";import{a as v,b as o,e as i,i as w,o as $}from"./chunk-LBO2O6FZ.js";import{a as u}from"./chunk-LO2NM3CE.js";var h=["site","key","camera","minute","sign","standard","check"];function P({overview:s,keys:r,signs:a,standard:e,check:t}){let n=s.cameras??[],D={site:s.site!==null,key:r!==null&&r.mine==="holder"&&!r.recovery.used,camera:n.length>0,minute:n.some(({kept_seconds:c})=>c>=60),sign:!!a?.signs.length&&a.signs.every(({state:c})=>c==="displayed"),standard:e?.adopted!=null&&!e.drifted,check:t?.checked!=null};return new Set(h.filter(c=>D[c]))}var E=s=>h.find(r=>!s.has(r))??null;var d="kuma-cameras";async function K(s,r){return(await s.callWS({type:"lovelace/dashboards/list"})).some(({url_path:e})=>e===d)||await s.callWS({type:"lovelace/dashboards/create",url_path:d,title:r,icon:"mdi:cctv",mode:"storage",show_in_sidebar:!0,require_admin:!1}),await I(s)||await s.callWS({type:"lovelace/config/save",url_path:d,config:{strategy:{type:"custom:kuma-bouhan"}}}),`/${d}`}async function I(s){try{return await s.callWS({type:"lovelace/config",url_path:d,force:!0}),!0}catch(r){if(r.code==="config_not_found")return!1;throw r}}var C="/config/integrations/integration/kuma_bouhan",m=class extends S{constructor(){super(...arguments);this.keys=null;this.signs=new p(this,"signs","confirm_sign");this.standard=new p(this,"standard","read_standard");this.check=new p(this,"check","read_self_check");this.seen=-1}static{this.styles=[...$,v`
      .page {
        max-width: 760px;
      }
      ol {
        display: grid;
        gap: 12px;
      }
      .card {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
      }
      .mark {
        grid-row: 1 / span 2;
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        font-weight: 600;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .done .mark {
        color: #fff;
        background: var(--kb-good);
      }
      :host([dark]) .done .mark {
        color: #10301b;
      }
      .next {
        border-color: var(--kb-accent);
        box-shadow: inset 0 0 0 1px var(--kb-accent);
      }
      .actions {
        grid-column: 2;
        margin-top: 8px;
      }
    `]}willUpdate(a){super.willUpdate(a);let e=this.panel.overview.book?.entries??0;e!==this.seen&&(this.seen=e,x(this.panel.hass,"keys").then(t=>this.keys=t).catch(()=>{}))}render(){let a=P({overview:this.panel.overview,keys:this.keys,signs:this.signs.data,standard:this.standard.data,check:this.check.data}),e=E(a);return o`<div class="page">
      <div>
        <h2>${this.t("start.heading")}</h2>
        <p class="soft">${this.t("start.what")}</p>
      </div>
      ${e?i:o`<p class="note">
              ${l(k)}<span>${this.t("start.all_done")}</span>
            </p>`}
      <ol>
        ${h.map((t,n)=>this.step(t,n+1,a.has(t),t===e))}
      </ol>
      ${this.panel.hass.user?.is_admin?this.dashboard():i}
    </div>`}dashboard(){let{hass:a}=this.panel,e=async()=>{try{let t=await K(a,this.t("start.dashboard.title"));history.pushState(null,"",t),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}catch(t){this.panel.say(this.panel.words(t))}};return o`<section class="card" aria-labelledby="dashboard">
      <span class="mark">${l(b,20)}</span>
      <h3 id="dashboard">${this.t("start.dashboard.name")}</h3>
      <p class="soft">${this.t("start.dashboard.what")}</p>
      <div class="actions">
        <button class="button" @click=${e}>${this.t("start.dashboard.do")}</button>
      </div>
    </section>`}step(a,e,t,n){return o`<li
      class="card ${t?"done":""} ${n?"next":""}"
      aria-current=${n?"step":i}
    >
      <span class="mark" aria-hidden="true">${t?l(g,20):e}</span>
      <h3>
        ${this.t(`start.step.${a}.name`)}
        <span class="unseen">${t?this.t("start.done"):i}</span>
      </h3>
      <p class="soft">${this.t(`start.step.${a}.${t?"done":"do"}`)}</p>
      ${this.ways(a,t)}
    </li>`}ways(a,e){let{panel:t}=this;switch(a){case"key":return this.actions(this.way("key",()=>t.go(["people"]),e));case"camera":return _(t.hass,C)?this.actions(o`<a class="button ${e?"quiet":"primary"}" href=${C}>
            ${this.t("start.way.camera")}
          </a>`):e?i:this.actions(o`<p>${this.t("check.by_admin")}</p>`);case"sign":return this.actions(o`
          <button class="button" @click=${()=>T(new R,t)}>
            ${l(f,20)}${this.t("start.way.print_sign")}
          </button>
          ${this.way("sign",()=>t.go(["duties","signs"]),e)}
        `);case"standard":return this.actions(this.way("standard",()=>t.go(["papers"]),e));case"check":return this.actions(this.way("check",()=>t.go(["check"]),e));default:return i}}actions(a){return o`<div class="actions">${a}</div>`}way(a,e,t){return o`<button class="button ${t?"quiet":"primary"}" @click=${e}>
      ${this.t(`start.way.${a}`)}
    </button>`}};u([w()],m.prototype,"keys",2);y("kb-start",m);export{m as StartView};
