import{a as m}from"./chunk-MTNA7FE6.js";import"./chunk-PUL73S5J.js";import{a as h}from"./chunk-BYHIPRB2.js";import{a as b}from"./chunk-QGZ25EF6.js";import{E as c,X as u,Z as a,aa as l,e as o,ea as p,fa as d,ha as n}from"./chunk-APXRCTV3.js";import{d as f,e as w}from"./chunk-TUMC7OTP.js";import{a as s}from"./chunk-LO2NM3CE.js";var e=class extends b{constructor(){super(...arguments);this.acceptsPlainHttp=!1;this.mustAccept=!1;this.waitUntil=0;this.ticking=new m(this)}willUpdate(t){if(super.willUpdate(t),this.hasUpdated)return;let{lock:i}=this.panel;this.mustAccept=i?.plain_http==="ask",this.waitUntil=i?.wait_until?Date.parse(i.wait_until):0}firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){if(this.wait>0)return;let t=this.field.value;this.attempt(async()=>{try{await f(this.panel.hass,["unlock"],{passphrase:t,...this.acceptsPlainHttp?{accept_plain_http:!0}:{}})}catch(i){let{key:r,blanks:k}=w(i);throw r==="plain_http_not_accepted"&&(this.mustAccept=!0),r==="unlock_wait"&&(this.waitUntil=Date.now()+Number(k.seconds)*1e3),r==="wrong_passphrase"&&this.field.clear(),i}this.field.clear(),await this.panel.refreshLock(),this.panel.say(this.t("lock.unlocked_now")),this.finish(!0)}).then(async i=>{i||!this.isConnected||(await this.followWait(),await this.updateComplete,this.field.focus())})}async followWait(){await this.panel.refreshLock();let t=this.panel.lock?.wait_until;t&&(this.waitUntil=Math.max(this.waitUntil,Date.parse(t)))}get wait(){return Math.max(0,(this.waitUntil-Date.now())/1e3)}render(){let{wait:t}=this;return this.ticking.runs=t>0,this.frame(this.t("unlock.heading"),a`
        <p>${this.t("unlock.explain")}</p>
        <kb-passphrase
          .panel=${this.panel}
          .label=${this.t("passphrase.mine")}
          .hint=${this.t("passphrase.hint")}
          ?disabled=${this.busy}
          @enter=${()=>this.submit()}
        ></kb-passphrase>
        ${this.mustAccept?this.plainHttp():l}
        ${t>0?a`<p class="note warn" role="timer">
                ${n(u)}
                <span>${this.t("unlock.wait",{time:this.panel.format.countdown(t)})}</span>
              </p>`:l}
      `,a`
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
          ${n(c,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}plainHttp(){return a`<div class="field">
      <p class="note warn">${n(o)}<span>${this.t("unlock.plain_http")}</span></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.acceptsPlainHttp}
          @change=${t=>{this.acceptsPlainHttp=t.target.checked}}
        />
        ${this.t("unlock.accept_plain_http")}
      </label>
    </div>`}};s([p()],e.prototype,"acceptsPlainHttp",2),s([p()],e.prototype,"mustAccept",2),s([p()],e.prototype,"waitUntil",2),s([d("kb-passphrase")],e.prototype,"field",2);h("kb-unlock",e);export{e as UnlockDialog};
