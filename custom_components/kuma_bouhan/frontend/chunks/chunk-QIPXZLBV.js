import{b as p,f as h,o as l}from"./chunk-GPQMRSEO.js";import{a as c,b as n,d as m,g as s,i as f,j as u}from"./chunk-UQPGVSBW.js";import{a}from"./chunk-LO2NM3CE.js";var i=class extends u{constructor(){super(...arguments);this.wide=!1;this.busy=!1;this.error="";this.settle=()=>{};this.answered=new Promise(e=>{this.settle=e})}static{this.styles=[...f,c`
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
        font-size: 1rem;
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
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 12px 8px 24px;
      }
      header h2 {
        flex: 1;
      }
      .body {
        display: grid;
        gap: 20px;
        padding: 8px 24px 24px;
        overflow: auto;
        overscroll-behavior: contain;
      }
      .body > * {
        min-width: 0;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 12px;
        padding: 16px 24px 24px;
        border-top: 1px solid var(--kb-line);
      }
      footer:empty {
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
        footer .button {
          flex: 1;
          padding-inline: 12px;
        }
      }
    `]}submit(){}finish(e){this.settle(e),this.remove()}disconnectedCallback(){super.disconnectedCallback(),this.settle(void 0)}async attempt(e){if(this.busy)return!1;this.busy=!0,this.error="";try{return await e(),!0}catch(o){return this.error=this.panel.words(o),!1}finally{this.busy=!1}}firstUpdated(){this.dialog?.showModal()}get dialog(){return this.renderRoot.querySelector("dialog")}frame(e,o,x){return n`
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
          <header>
            <h2 id="heading">${e}</h2>
            <button
              type="button"
              class="round"
              aria-label=${this.t("dialog.close")}
              ?disabled=${this.busy}
              @click=${()=>this.finish()}
            >
              ${l(h)}
            </button>
          </header>
          <div class="body">
            ${o}
            <div role="alert" ?hidden=${!this.error}>
              ${this.error?n`<p class="note bad">
                      ${l(p)}<span>${this.error}</span>
                    </p>`:m}
            </div>
          </div>
          <footer>${x}</footer>
        </form>
      </dialog>
    `}};a([s()],i.prototype,"busy",2),a([s()],i.prototype,"error",2);function R(t,r){return t.panel=r,r.dialogs.append(t),t.answered}export{i as a,R as b};
