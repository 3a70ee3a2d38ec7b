import{a as h}from"./chunk-3ZYTRFYJ.js";import{d as o,f as l}from"./chunk-3A3V5TTW.js";import{Ka as n,g as a}from"./chunk-UG2EDGRD.js";import{b as r,e as i,i as s}from"./chunk-HILQJUX4.js";import{a as p}from"./chunk-LO2NM3CE.js";var t=class extends h{constructor(){super(...arguments);this.mustAccept=!1;this.accepts=!1}firstUpdated(){super.firstUpdated(),this.mustAccept=this.panel.lock?.plain_http==="ask"}async send(e,m={}){try{return await o(this.panel.hass,e,{...m,...this.accepts?{accept_plain_http:!0}:{}})}catch(c){throw l(c).key==="plain_http_not_accepted"&&(this.mustAccept=!0),c}}get unaccepted(){return this.mustAccept&&!this.accepts}plainHttp(){return this.mustAccept?r`<div class="field">
      <p class="note warn">${n(a)}<span>${this.t("unlock.plain_http")}</span></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.accepts}
          @change=${e=>{this.accepts=e.target.checked}}
        />
        ${this.t("unlock.accept_plain_http")}
      </label>
    </div>`:i}};p([s()],t.prototype,"mustAccept",2),p([s()],t.prototype,"accepts",2);export{t as a};
