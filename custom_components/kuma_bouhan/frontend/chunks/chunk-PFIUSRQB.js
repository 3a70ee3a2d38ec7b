import{a as w}from"./chunk-IHH2MFRB.js";import{a as d}from"./chunk-MTNA7FE6.js";import{f as m}from"./chunk-3A3V5TTW.js";import{Ha as p,Ka as c}from"./chunk-DWWQMYPI.js";import{b as r,e as o,i as h,j as l}from"./chunk-LBO2O6FZ.js";import{a}from"./chunk-LO2NM3CE.js";var s=class extends w{constructor(){super(...arguments);this.waitUntil=0;this.ticking=new d(this)}willUpdate(t){if(super.willUpdate(t),this.hasUpdated)return;let{lock:i}=this.panel;this.waitUntil=i?.wait_until?Date.parse(i.wait_until):0}prove(t,i,u){if(this.wait>0)return;let f=this.field.value;this.attempt(async()=>{try{await this.send(t,{...i,passphrase:f})}catch(e){let{key:n,blanks:k}=m(e);throw n==="unlock_wait"&&(this.waitUntil=Date.now()+Number(k.seconds)*1e3),n==="wrong_passphrase"&&this.field.clear(),e}this.field.clear(),await this.panel.refreshLock(),u(),this.finish(!0)}).then(async e=>{e||!this.isConnected||(await this.followWait(),await this.updateComplete,this.field.focus())})}async followWait(){await this.panel.refreshLock();let t=this.panel.lock?.wait_until;t&&(this.waitUntil=Math.max(this.waitUntil,Date.parse(t)))}get wait(){return Math.max(0,(this.waitUntil-Date.now())/1e3)}get held(){return this.busy||this.wait>0||this.unaccepted}proof(){let{wait:t}=this;return this.ticking.runs=t>0,r`
      <kb-passphrase
        .panel=${this.panel}
        .label=${this.t("passphrase.mine")}
        .hint=${this.t("passphrase.hint")}
        ?disabled=${this.busy}
        @enter=${()=>this.submit()}
      ></kb-passphrase>
      ${this.plainHttp()}
      ${t>0?r`<p class="note warn" role="timer">
              ${c(p)}
              <span>${this.t("unlock.wait",{time:this.panel.format.countdown(t)})}</span>
            </p>`:o}
    `}};a([h()],s.prototype,"waitUntil",2),a([l("kb-passphrase")],s.prototype,"field",2);export{s as a};
