import{A as c,Ka as n,La as m,e as p}from"./chunk-DWWQMYPI.js";import{a as h,b as i,e as u,i as l,o as f}from"./chunk-LBO2O6FZ.js";import{a as s}from"./chunk-LO2NM3CE.js";var o=class extends m{constructor(){super(...arguments);this.wide=!1;this.busy=!1;this.error="";this.settle=()=>{};this.answered=new Promise(e=>{this.settle=e})}static{this.styles=[...f,h`
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
    `]}submit(){}finish(e){this.settle(e),this.dialog?.close?.(),this.remove()}disconnectedCallback(){super.disconnectedCallback(),this.settle(void 0)}async attempt(e){if(this.busy)return!1;this.busy=!0,this.error="";try{return await e(),!0}catch(a){return this.error=this.panel.words(a),!1}finally{this.busy=!1}}firstUpdated(){this.dialog?.showModal()}updated(e){super.updated(e),!(!e.has("error")||!this.error)&&this.renderRoot.querySelector("[role=alert]")?.scrollIntoView?.({block:"nearest"})}get dialog(){return this.renderRoot.querySelector("dialog")}cancel(e=!1){return i`<button
      type="button"
      class="button quiet"
      ?autofocus=${e}
      ?disabled=${this.busy}
      @click=${()=>this.finish()}
    >
      ${this.t("dialog.cancel")}
    </button>`}frame(e,a,b){return i`
      <dialog
        class=${this.wide?"wide":""}
        aria-labelledby="heading"
        @cancel=${d=>{d.preventDefault(),this.busy||this.finish()}}
        @close=${()=>this.finish()}
      >
        <form
          method="dialog"
          novalidate
          @submit=${d=>{d.preventDefault(),this.submit()}}
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
              ${n(c)}
            </button>
          </div>
          <div class="body">
            ${a}
            <div role="alert" ?hidden=${!this.error}>
              ${this.error?i`<p class="note bad">
                      ${n(p)}<span>${this.error}</span>
                    </p>`:u}
            </div>
          </div>
          <div class="foot">${b}</div>
        </form>
      </dialog>
    `}};s([l()],o.prototype,"busy",2),s([l()],o.prototype,"error",2);function R(t,r){return t.panel=r,r.dialogs.append(t),t.answered}export{o as a,R as b};
