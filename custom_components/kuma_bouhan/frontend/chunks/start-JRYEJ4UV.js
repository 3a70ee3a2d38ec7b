import{a as x}from"./chunk-VNKYRWKF.js";import{a as l}from"./chunk-FKBINN47.js";import"./chunk-WG5PMATA.js";import"./chunk-ATON5ECJ.js";import{b as S}from"./chunk-4HEQ24Z5.js";import{c as b}from"./chunk-3A3V5TTW.js";import{Ba as p,ja as g,n as y,o as k}from"./chunk-YVMQDE2W.js";import{a as $}from"./chunk-X5RYZNN2.js";import{a as u}from"./chunk-BYHIPRB2.js";import{a as v,b as r,e as c,i as f,o as w}from"./chunk-HILQJUX4.js";import{a as h}from"./chunk-LO2NM3CE.js";var d=["site","key","camera","minute","sign","standard","check"];function T({overview:o,keys:n,signs:a,standard:e,check:t}){let s=o.cameras??[],K={site:o.site!==null,key:n!==null&&n.mine==="holder"&&!n.recovery.used,camera:s.length>0,minute:s.some(({kept_seconds:i})=>i>=60),sign:!!a?.signs.length&&a.signs.every(({state:i})=>i==="displayed"),standard:e?.adopted!=null&&!e.drifted,check:t?.checked!=null};return new Set(d.filter(i=>K[i]))}var R=o=>d.find(n=>!o.has(n))??null;var _="/config/integrations/integration/kuma_bouhan",m=class extends ${constructor(){super(...arguments);this.keys=null;this.signs=new l(this,"signs","confirm_sign");this.standard=new l(this,"standard","read_standard");this.check=new l(this,"check","read_self_check");this.seen=-1}static{this.styles=[...w,v`
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
    `]}willUpdate(a){super.willUpdate(a);let e=this.panel.overview.book?.entries??0;e!==this.seen&&(this.seen=e,b(this.panel.hass,"keys").then(t=>this.keys=t).catch(()=>{}))}render(){let a=T({overview:this.panel.overview,keys:this.keys,signs:this.signs.data,standard:this.standard.data,check:this.check.data}),e=R(a);return r`<div class="page">
      <div>
        <h2>${this.t("start.heading")}</h2>
        <p class="soft">${this.t("start.what")}</p>
      </div>
      ${e?c:r`<p class="note">
              ${p(k)}<span>${this.t("start.all_done")}</span>
            </p>`}
      <ol>
        ${d.map((t,s)=>this.step(t,s+1,a.has(t),t===e))}
      </ol>
    </div>`}step(a,e,t,s){return r`<li
      class="card ${t?"done":""} ${s?"next":""}"
      aria-current=${s?"step":c}
    >
      <span class="mark" aria-hidden="true">${t?p(y,20):e}</span>
      <h3>
        ${this.t(`start.step.${a}.name`)}
        <span class="unseen">${t?this.t("start.done"):c}</span>
      </h3>
      <p class="soft">${this.t(`start.step.${a}.${t?"done":"do"}`)}</p>
      ${this.ways(a,t)}
    </li>`}ways(a,e){let{panel:t}=this;switch(a){case"key":return this.actions(this.way("key",()=>t.go(["people"]),e));case"camera":return this.actions(r`<a class="button ${e?"quiet":"primary"}" href=${_}>
            ${this.t("start.way.camera")}
          </a>`);case"sign":return this.actions(r`
          <button class="button" @click=${()=>S(new x,t)}>
            ${p(g,20)}${this.t("start.way.print_sign")}
          </button>
          ${this.way("sign",()=>t.go(["duties","signs"]),e)}
        `);case"standard":return this.actions(this.way("standard",()=>t.go(["papers"]),e));case"check":return this.actions(this.way("check",()=>t.go(["check"]),e));default:return c}}actions(a){return r`<div class="actions">${a}</div>`}way(a,e,t){return r`<button class="button ${t?"quiet":"primary"}" @click=${e}>
      ${this.t(`start.way.${a}`)}
    </button>`}};h([f()],m.prototype,"keys",2);u("kb-start",m);export{m as StartView};
