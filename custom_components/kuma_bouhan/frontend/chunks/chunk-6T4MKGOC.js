import{a as w}from"./chunk-ULXWQJF4.js";import{a as d}from"./chunk-MTNA7FE6.js";import{Ha as o,Ka as c}from"./chunk-QH2FQVPP.js";import{f as m}from"./chunk-3A3V5TTW.js";import{b as r,e as p,i as h,j as l}from"./chunk-LBO2O6FZ.js";import{a}from"./chunk-LO2NM3CE.js";var s=class extends w{constructor(){super(...arguments);this.waitUntil=0;this.ticking=new d(this)}willUpdate(t){if(super.willUpdate(t),this.hasUpdated)return;let{lock:e}=this.panel;this.waitUntil=e?.wait_until?Date.parse(e.wait_until):0}prove(t,e,u){if(this.wait>0)return;let f=this.field.value;this.attempt(async()=>{try{await this.send(t,{...e,passphrase:f})}catch(i){let{key:n,blanks:y}=m(i);throw n==="unlock_wait"&&(this.waitUntil=Date.now()+Number(y.seconds)*1e3),n==="wrong_passphrase"&&this.field.clear(),i}this.field.clear(),await this.panel.refreshLock(),u(),this.finish(!0)}).then(async i=>{i||!this.isConnected||(await this.followWait(),await this.updateComplete,this.renderRoot.querySelector(".is-wrong")||this.field.focus())})}async followWait(){await this.panel.refreshLock();let t=this.panel.lock?.wait_until;t&&(this.waitUntil=Math.max(this.waitUntil,Date.parse(t)))}get wait(){return Math.max(0,(this.waitUntil-Date.now())/1e3)}get held(){return this.busy||this.wait>0||this.unaccepted}proof(){let{wait:t}=this;return this.ticking.runs=t>0,r`
      <kb-passphrase
        .panel=${this.panel}
        .label=${this.t("passphrase.mine")}
        .hint=${this.t("passphrase.hint")}
        ?disabled=${this.busy}
        @enter=${()=>this.enter()}
      ></kb-passphrase>
      ${this.plainHttp()}
      ${t>0?r`<p class="note warn" role="timer">
              ${c(o)}
              <span>${this.t("unlock.wait",{time:this.panel.format.countdown(t)})}</span>
            </p>`:p}
    `}};a([h()],s.prototype,"waitUntil",2),a([l("kb-passphrase")],s.prototype,"field",2);export{s as a};
