import{a as m}from"./chunk-MTNA7FE6.js";import"./chunk-KVCBO2YJ.js";import{a as f}from"./chunk-MSUGKTPF.js";import{a as o}from"./chunk-BYHIPRB2.js";import"./chunk-35QEBRVQ.js";import{E as p,X as l,Z as s,aa as h,ea as d,fa as c,ha as r}from"./chunk-HXMFGUPJ.js";import{e as u}from"./chunk-TUMC7OTP.js";import{a}from"./chunk-LO2NM3CE.js";var e=class extends f{constructor(){super(...arguments);this.waitUntil=0;this.ticking=new m(this)}willUpdate(t){if(super.willUpdate(t),this.hasUpdated)return;let{lock:i}=this.panel;this.waitUntil=i?.wait_until?Date.parse(i.wait_until):0}firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){if(this.wait>0)return;let t=this.field.value;this.attempt(async()=>{try{await this.send(["unlock"],{passphrase:t})}catch(i){let{key:n,blanks:w}=u(i);throw n==="unlock_wait"&&(this.waitUntil=Date.now()+Number(w.seconds)*1e3),n==="wrong_passphrase"&&this.field.clear(),i}this.field.clear(),await this.panel.refreshLock(),this.panel.say(this.t("lock.unlocked_now")),this.finish(!0)}).then(async i=>{i||!this.isConnected||(await this.followWait(),await this.updateComplete,this.field.focus())})}async followWait(){await this.panel.refreshLock();let t=this.panel.lock?.wait_until;t&&(this.waitUntil=Math.max(this.waitUntil,Date.parse(t)))}get wait(){return Math.max(0,(this.waitUntil-Date.now())/1e3)}render(){let{wait:t}=this;return this.ticking.runs=t>0,this.frame(this.t("unlock.heading"),s`
        <p>${this.t("unlock.explain")}</p>
        <kb-passphrase
          .panel=${this.panel}
          .label=${this.t("passphrase.mine")}
          .hint=${this.t("passphrase.hint")}
          ?disabled=${this.busy}
          @enter=${()=>this.submit()}
        ></kb-passphrase>
        ${this.plainHttp()}
        ${t>0?s`<p class="note warn" role="timer">
                ${r(l)}
                <span>${this.t("unlock.wait",{time:this.panel.format.countdown(t)})}</span>
              </p>`:h}
      `,s`
        ${this.cancel()}
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy||t>0||this.unaccepted}
        >
          ${r(p,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};a([d()],e.prototype,"waitUntil",2),a([c("kb-passphrase")],e.prototype,"field",2);o("kb-unlock",e);export{e as UnlockDialog};
