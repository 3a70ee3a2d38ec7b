import{a as s}from"./chunk-FS3XBU6Y.js";import"./chunk-I5XJAAJU.js";import"./chunk-CC3GTPUV.js";import"./chunk-MTNA7FE6.js";import{a as o}from"./chunk-BYHIPRB2.js";import"./chunk-JU2U2EWJ.js";import{K as i,ea as r}from"./chunk-QYOGACWQ.js";import{b as t}from"./chunk-Y6P6W76B.js";import"./chunk-TUMC7OTP.js";import"./chunk-LO2NM3CE.js";var e=class extends s{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.prove(["unlock"],{},()=>this.panel.say(this.t("lock.unlocked_now")))}render(){return this.frame(this.t("unlock.heading"),t`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${r(i,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};o("kb-unlock",e);export{e as UnlockDialog};
