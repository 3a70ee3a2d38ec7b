import{a as h}from"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import{f as a}from"./chunk-3A3V5TTW.js";import{a as o}from"./chunk-BYHIPRB2.js";import{b as s,j as r}from"./chunk-LBO2O6FZ.js";import{a as t}from"./chunk-LO2NM3CE.js";var e=class extends h{firstUpdated(){super.firstUpdated(),this.old.updateComplete.then(()=>this.old.focus())}submit(){this.error=this.old.value?this.secret?.missing??"":this.t("keys.secret.missing"),!this.error&&this.attempt(async()=>{try{await this.send(["keys","passphrase"],{old:this.old.value,...this.secret?.value})}catch(i){throw a(i).key==="wrong_passphrase"&&this.old.clear(),i}this.old.clear(),this.secret?.clear(),this.panel.say(this.t("keys.changed_now")),await this.panel.refreshLock(),this.finish(!0)})}render(){return this.frame(this.t("keys.change_form.heading"),s`
        <kb-passphrase
          id="old"
          .panel=${this.panel}
          .label=${this.t("keys.change_form.old")}
          .hint=${this.t("passphrase.hint")}
          @enter=${()=>this.enter()}
        ></kb-passphrase>
        ${this.newSecret()}
      `,s`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy||this.unaccepted}>
          ${this.t(this.busy?"keys.change_form.working":"keys.change_form.change")}
        </button>
      `)}};t([r("#old")],e.prototype,"old",2),t([r("kb-new-secret")],e.prototype,"secret",2);o("kb-change-passphrase",e);export{e as ChangePassphraseDialog};
