import"./chunk-PUL73S5J.js";import{a as p}from"./chunk-4SMIJKDW.js";import{a as i}from"./chunk-BYHIPRB2.js";import"./chunk-QGZ25EF6.js";import{Z as e,e as o,fa as r,ha as a}from"./chunk-APXRCTV3.js";import"./chunk-TUMC7OTP.js";import{a as s}from"./chunk-LO2NM3CE.js";var t=class extends p{firstUpdated(){super.firstUpdated(),this.field.updateComplete.then(()=>this.field.focus())}submit(){this.field.value.trim()&&this.attempt(async()=>{await this.send(["keys","admit_by_code"],{code:this.field.value}),this.field.clear(),this.panel.say(this.t("keys.admitted_now")),this.finish(!0)})}render(){return this.frame(this.t("keys.code_form.heading"),e`
        <p class="note warn">
          ${a(o)}<span>${this.t("keys.code_form.what")}</span>
        </p>
        <kb-passphrase
          autocomplete="off"
          .panel=${this.panel}
          .label=${this.t("keys.code_form.code")}
          .hint=${this.t("keys.code_form.code_hint")}
          @enter=${()=>this.submit()}
        ></kb-passphrase>
        ${this.plainHttp()}
      `,e`
        <button
          type="button"
          class="button quiet"
          ?disabled=${this.busy}
          @click=${()=>this.finish()}
        >
          ${this.t("dialog.cancel")}
        </button>
        <button type="submit" class="button primary" ?disabled=${this.busy||this.unaccepted}>
          ${this.t(this.busy?"keys.code_form.working":"keys.code_form.use")}
        </button>
      `)}};s([r("kb-passphrase")],t.prototype,"field",2);i("kb-admit-by-code",t);export{t as AdmitByCodeDialog};
