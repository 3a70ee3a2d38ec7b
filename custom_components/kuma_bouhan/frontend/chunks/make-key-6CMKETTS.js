import"./chunk-7LVPY7N4.js";import"./chunk-PUL73S5J.js";import{a}from"./chunk-4SMIJKDW.js";import{a as i}from"./chunk-BYHIPRB2.js";import"./chunk-QGZ25EF6.js";import{C as r,Z as t,aa as o,fa as n,ha as m}from"./chunk-APXRCTV3.js";import"./chunk-TUMC7OTP.js";import{a as s}from"./chunk-LO2NM3CE.js";var e=class extends a{submit(){this.error=this.secret.missing,!this.error&&this.attempt(async()=>{await this.send(["keys","make"],{...this.secret.value}),this.secret.clear(),this.panel.say(this.t("keys.made_now")),this.finish(!0)})}render(){let h=this.panel.may("unlock")&&this.panel.may("list_footage");return this.frame(this.t("keys.make_form.heading"),t`
        <kb-new-secret .panel=${this.panel} @enter=${()=>this.submit()}></kb-new-secret>
        ${this.plainHttp()}
        ${h?t`<p class="hint">${this.t("keys.make_form.then_waits")}</p>`:o}
      `,t`
        <button
          type="button"
          class="button quiet"
          ?disabled=${this.busy}
          @click=${()=>this.finish()}
        >
          ${this.t("dialog.cancel")}
        </button>
        <button type="submit" class="button primary" ?disabled=${this.busy||this.unaccepted}>
          ${m(r,20)}${this.t(this.busy?"keys.make_form.working":"keys.make_form.make")}
        </button>
      `)}};s([n("kb-new-secret")],e.prototype,"secret",2);i("kb-make-key",e);export{e as MakeKeyDialog};
