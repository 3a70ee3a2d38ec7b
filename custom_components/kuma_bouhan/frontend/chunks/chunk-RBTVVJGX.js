import{k as x}from"./chunk-NJ2G4ZAL.js";import{A as h,Ka as p,La as b,e as c}from"./chunk-QH2FQVPP.js";import{f as g}from"./chunk-3A3V5TTW.js";import{a as u,b as a,e as f,i as d,o as m}from"./chunk-LBO2O6FZ.js";import{a as s}from"./chunk-LO2NM3CE.js";var i=class extends b{constructor(){super(...arguments);this.wide=!1;this.busy=!1;this.error="";this.wrong={};this.refused={};this.settle=()=>{};this.answered=new Promise(e=>{this.settle=e})}static{this.styles=[...m,x,u`
      dialog {
        width: min(520px, calc(100vw - 32px));
        max-width: none;
        max-height: calc(100dvh - 32px);
        padding: 0;
        border: 0;
        border-radius: 20px;
        color: var(--kb-text);
        background: var(--kb-card);
        box-shadow: 0 12px 40px rgba(0, 0, 0, 0.35);
        overflow: hidden;
        font-size: 16px;
      }
      dialog.wide {
        width: min(760px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgba(0, 0, 0, 0.5);
      }
      form {
        display: flex;
        flex-direction: column;
        max-height: inherit;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 12px 8px 24px;
      }
      .head h2 {
        flex: 1;
      }
      .body {
        display: grid;
        grid-auto-rows: max-content;
        gap: 20px;
        padding: 8px 24px 24px;
        overflow: auto;
        overscroll-behavior: contain;
      }
      .body > * {
        min-width: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 12px;
        padding: 16px 24px 24px;
        border-top: 1px solid var(--kb-line);
      }
      .foot:empty {
        display: none;
      }
      @media (max-width: 599px) {
        dialog,
        dialog.wide {
          width: 100vw;
          margin: auto 0 0;
          border-radius: 20px 20px 0 0;
          padding-bottom: env(safe-area-inset-bottom);
        }
        .foot .button {
          flex: 1;
          padding-inline: 12px;
        }
      }
    `]}submit(){}enter(){this.renderRoot.querySelector(".too-long")?this.error=this.t("dialog.wrong"):this.submit()}fields(e){return this.asForm(e,t=>{Object.assign(this,t)})}asForm(e,t){return{t:this.panel.t,value:e,wrong:{...this.wrong,...this.refused},set:r=>{this.refused=Object.fromEntries(Object.entries(this.refused).filter(([o])=>!(o in r))),t(r)}}}finish(e){this.settle(e),this.dialog?.close?.(),this.remove()}disconnectedCallback(){super.disconnectedCallback(),this.settle(void 0)}async attempt(e){if(this.busy)return!1;this.busy=!0,this.error="",this.refused={};try{return await e(),!0}catch(t){return this.refuse(t),!1}finally{this.busy=!1}}fieldOf(e){return null}refuse(e){let t=this.panel.words(e),r=this.fieldOf(g(e));r&&(this.refused={...this.refused,[r]:t}),this.error=r?this.t("dialog.wrong"):t}updated(e){if(super.updated(e),!e.has("error")||!this.error)return;let t=this.renderRoot.querySelector(".is-wrong :is(input, textarea, select)");(t??this.renderRoot.querySelector("[role=alert]"))?.scrollIntoView?.({block:t?"center":"nearest"}),t?.focus({preventScroll:!0})}firstUpdated(){this.dialog?.showModal()}get dialog(){return this.renderRoot.querySelector("dialog")}cancel(e=!1){return a`<button
      type="button"
      class="button quiet"
      ?autofocus=${e}
      ?disabled=${this.busy}
      @click=${()=>this.finish()}
    >
      ${this.t("dialog.cancel")}
    </button>`}frame(e,t,r){return a`
      <dialog
        class=${this.wide?"wide":""}
        aria-labelledby="heading"
        @cancel=${o=>{o.preventDefault(),this.busy||this.finish()}}
        @close=${()=>this.finish()}
      >
        <form
          method="dialog"
          novalidate
          @submit=${o=>{o.preventDefault(),this.enter()}}
        >
          <div class="head">
            <h2 id="heading">${e}</h2>
            <button
              type="button"
              class="round"
              aria-label=${this.t("dialog.close")}
              ?disabled=${this.busy}
              @click=${()=>this.finish()}
            >
              ${p(h)}
            </button>
          </div>
          <div class="body">
            ${t}
            <div role="alert" ?hidden=${!this.error}>
              ${this.error?a`<p class="note bad">
                      ${p(c)}<span>${this.error}</span>
                    </p>`:f}
            </div>
          </div>
          <div class="foot">${r}</div>
        </form>
      </dialog>
    `}};s([d()],i.prototype,"busy",2),s([d({hasChanged:()=>!0})],i.prototype,"error",2),s([d()],i.prototype,"wrong",2),s([d()],i.prototype,"refused",2);function C(n,l){return n.panel=l,l.dialogs.append(n),n.answered}export{i as a,C as b};
