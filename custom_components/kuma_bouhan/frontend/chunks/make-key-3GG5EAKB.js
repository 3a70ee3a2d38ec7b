import{a as n}from"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as a,_ as i}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as r}from"./chunk-BYHIPRB2.js";import{b as e,e as m,j as o}from"./chunk-LBO2O6FZ.js";import{a as s}from"./chunk-LO2NM3CE.js";var t=class extends n{submit(){this.error=this.secret?.missing??"",!this.error&&this.attempt(async()=>{await this.send(["keys","make"],{...this.secret?.value}),this.secret?.clear(),this.panel.say(this.t("keys.made_now")),this.finish(!0)})}render(){let h=this.panel.may("unlock")&&this.panel.may("list_footage");return this.frame(this.t("keys.make_form.heading"),e`
        ${this.newSecret()}
        ${h?e`<p class="hint">${this.t("keys.make_form.then_waits")}</p>`:m}
      `,e`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy||this.unaccepted}>
          ${a(i,20)}${this.t(this.busy?"keys.make_form.working":"keys.make_form.make")}
        </button>
      `)}};s([o("kb-new-secret")],t.prototype,"secret",2);r("kb-make-key",t);export{t as MakeKeyDialog};
