import{a as s}from"./chunk-ONU56JUG.js";import"./chunk-NOE7MD77.js";import"./chunk-KJQQHZPY.js";import"./chunk-4HEQ24Z5.js";import"./chunk-MTNA7FE6.js";import"./chunk-3A3V5TTW.js";import{Ba as r,Z as i}from"./chunk-YVMQDE2W.js";import"./chunk-X5RYZNN2.js";import{a as o}from"./chunk-BYHIPRB2.js";import{b as t}from"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";var e=class extends s{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.prove(["unlock"],{},()=>this.panel.say(this.t("lock.unlocked_now")))}render(){return this.frame(this.t("unlock.heading"),t`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${r(i,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};o("kb-unlock",e);export{e as UnlockDialog};
