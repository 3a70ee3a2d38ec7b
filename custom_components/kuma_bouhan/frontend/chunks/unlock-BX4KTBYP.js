import{a as s}from"./chunk-6T4MKGOC.js";import"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-MTNA7FE6.js";import{Ka as r,ba as i}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as o}from"./chunk-BYHIPRB2.js";import{b as t}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var e=class extends s{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.prove(["unlock"],{},()=>this.panel.say(this.t("lock.unlocked_now")))}render(){return this.frame(this.t("unlock.heading"),t`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${r(i,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};o("kb-unlock",e);export{e as UnlockDialog};
