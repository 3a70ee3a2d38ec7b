import{a as p}from"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as a,g as r}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as i}from"./chunk-BYHIPRB2.js";import{b as t,j as o}from"./chunk-LBO2O6FZ.js";import{a as s}from"./chunk-LO2NM3CE.js";var e=class extends p{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.field.value.trim()&&this.attempt(async()=>{await this.send(["keys","admit_by_code"],{code:this.field.value}),this.field.clear(),this.panel.say(this.t("keys.admitted_now")),this.finish(!0)})}render(){return this.frame(this.t("keys.code_form.heading"),t`
        <p class="note warn">
          ${a(r)}<span>${this.t("keys.code_form.what")}</span>
        </p>
        <kb-passphrase
          autocomplete="off"
          .panel=${this.panel}
          .label=${this.t("keys.code_form.code")}
          .hint=${this.t("keys.code_form.code_hint")}
          @enter=${()=>this.enter()}
        ></kb-passphrase>
        ${this.plainHttp()}
      `,t`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy||this.unaccepted}>
          ${this.t(this.busy?"keys.code_form.working":"keys.code_form.use")}
        </button>
      `)}};s([o("kb-passphrase")],e.prototype,"field",2);i("kb-admit-by-code",e);export{e as AdmitByCodeDialog};
