import{a as s}from"./chunk-V77KNEJ2.js";import"./chunk-PSL5VGGI.js";import"./chunk-CE7Q2XO7.js";import"./chunk-MTNA7FE6.js";import{a as o}from"./chunk-BYHIPRB2.js";import"./chunk-3A3V5TTW.js";import"./chunk-O2NO6Q4V.js";import{Ba as r,R as i,ra as t}from"./chunk-QVKHSXXH.js";import"./chunk-LO2NM3CE.js";var e=class extends s{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.prove(["unlock"],{},()=>this.panel.say(this.t("lock.unlocked_now")))}render(){return this.frame(this.t("unlock.heading"),t`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${r(i,20)}${this.t(this.busy?"unlock.opening":"lock.unlock")}
        </button>
      `)}};o("kb-unlock",e);export{e as UnlockDialog};
