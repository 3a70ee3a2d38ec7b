import{a as s}from"./chunk-JVK5CDKJ.js";import"./chunk-AEDF45KC.js";import"./chunk-2RS7KGGU.js";import"./chunk-YVBOCA5P.js";import"./chunk-MTNA7FE6.js";import{a as o}from"./chunk-BYHIPRB2.js";import{Ba as r,R as i,ra as t}from"./chunk-TN5RIJ57.js";import"./chunk-3A3V5TTW.js";import"./chunk-LO2NM3CE.js";var e=class extends s{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.prove(["unlock"],{},()=>this.panel.say(this.t("lock.unlocked_now")))}render(){return this.frame(this.t("unlock.heading"),t`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${r(i,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};o("kb-unlock",e);export{e as UnlockDialog};
