import{a as y,c as _,d as g}from"./chunk-HZIVA5RA.js";import{a as h}from"./chunk-BYHIPRB2.js";import{a as x}from"./chunk-QIPXZLBV.js";import{c as d,g as m,h as f,k as b,n as w,o}from"./chunk-GPQMRSEO.js";import{a as v,b as s,d as n,f as r,g as p,h as c,i as k,j as $}from"./chunk-UQPGVSBW.js";import{a as e}from"./chunk-LO2NM3CE.js";var i=class extends ${constructor(){super(...arguments);this.label="";this.hint="";this.autocomplete="current-password";this.disabled=!1;this.shown=!1}static{this.styles=[...k,v`
      :host {
        display: block;
      }
      .row {
        position: relative;
      }
      input {
        padding-inline-end: 56px !important;
      }
      .round {
        position: absolute;
        inset: 2px 4px auto auto;
        color: var(--kb-soft);
      }
    `]}get value(){return this.input?.value??""}clear(){this.input&&(this.input.value="")}focus(){this.input?.focus()}disconnectedCallback(){super.disconnectedCallback(),this.clear()}typed(t){t.key!=="Enter"||t.isComposing||(t.preventDefault(),this.dispatchEvent(new CustomEvent("enter",{bubbles:!0,composed:!0})))}render(){return s`
      <div class="field">
        <label for="input">${this.label}</label>
        <div class="row">
          <input
            id="input"
            type=${this.shown?"text":"password"}
            autocomplete=${this.autocomplete}
            autocapitalize="off"
            autocorrect="off"
            spellcheck="false"
            maxlength="1024"
            aria-describedby=${this.hint?"hint":n}
            ?disabled=${this.disabled}
            @keydown=${this.typed}
            @input=${()=>this.dispatchEvent(new CustomEvent("typed",{bubbles:!0,composed:!0}))}
          />
          <button
            type="button"
            class="round"
            aria-label=${this.t(this.shown?"passphrase.hide":"passphrase.show")}
            aria-pressed=${this.shown}
            @click=${()=>this.shown=!this.shown}
          >
            ${o(this.shown?f:m)}
          </button>
        </div>
        ${this.hint?s`<p class="hint" id="hint">${this.hint}</p>`:n}
      </div>
    `}};e([r()],i.prototype,"label",2),e([r()],i.prototype,"hint",2),e([r()],i.prototype,"autocomplete",2),e([r({type:Boolean})],i.prototype,"disabled",2),e([p()],i.prototype,"shown",2),e([c("input")],i.prototype,"input",2);h("kb-passphrase",i);var a=class extends x{constructor(){super(...arguments);this.acceptsPlainHttp=!1;this.mustAccept=!1;this.waitUntil=0;this.ticking=new y(this)}firstUpdated(){super.firstUpdated();let{lock:t}=this.panel;this.mustAccept=t?.plain_http==="ask",this.waitUntil=t?.wait_until?Date.parse(t.wait_until):0,this.field.updateComplete.then(()=>this.field.focus())}submit(){if(this.wait>0)return;let t=this.field.value;this.attempt(async()=>{try{await _(this.panel.hass,["unlock"],{passphrase:t,...this.acceptsPlainHttp?{accept_plain_http:!0}:{}})}catch(l){let{key:u,blanks:T}=g(l);throw u==="plain_http_not_accepted"&&(this.mustAccept=!0),u==="unlock_wait"&&(this.waitUntil=Date.now()+Number(T.seconds)*1e3),u==="wrong_passphrase"&&this.field.clear(),l}this.field.clear(),await this.panel.refreshLock(),this.panel.say(this.t("lock.unlocked_now")),this.finish(!0)}).then(async l=>{l||!this.isConnected||(await this.followWait(),await this.updateComplete,this.field.focus())})}async followWait(){await this.panel.refreshLock();let t=this.panel.lock?.wait_until;t&&(this.waitUntil=Math.max(this.waitUntil,Date.parse(t)))}get wait(){return Math.max(0,(this.waitUntil-Date.now())/1e3)}render(){let{wait:t}=this;return this.ticking.runs=t>0,this.frame(this.t("unlock.heading"),s`
        <p>${this.t("unlock.explain")}</p>
        <kb-passphrase
          .panel=${this.panel}
          .label=${this.t("passphrase.mine")}
          .hint=${this.t("passphrase.hint")}
          ?disabled=${this.busy}
          @enter=${()=>this.submit()}
        ></kb-passphrase>
        ${this.mustAccept?this.plainHttp():n}
        ${t>0?s`<p class="note warn" role="timer">
                ${o(w)}
                <span>${this.t("unlock.wait",{time:this.panel.format.countdown(t)})}</span>
              </p>`:n}
      `,s`
        <button
          type="button"
          class="button quiet"
          ?disabled=${this.busy}
          @click=${()=>this.finish()}
        >
          ${this.t("dialog.cancel")}
        </button>
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy||t>0||this.mustAccept&&!this.acceptsPlainHttp}
        >
          ${o(b,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}plainHttp(){return s`<div class="field">
      <p class="note warn">${o(d)}<span>${this.t("unlock.plain_http")}</span></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.acceptsPlainHttp}
          @change=${t=>{this.acceptsPlainHttp=t.target.checked}}
        />
        ${this.t("unlock.accept_plain_http")}
      </label>
    </div>`}};e([p()],a.prototype,"acceptsPlainHttp",2),e([p()],a.prototype,"mustAccept",2),e([p()],a.prototype,"waitUntil",2),e([c("kb-passphrase")],a.prototype,"field",2);h("kb-unlock",a);export{a as UnlockDialog};
