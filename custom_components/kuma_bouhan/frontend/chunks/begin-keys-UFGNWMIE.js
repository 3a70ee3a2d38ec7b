import"./chunk-DH2M34NY.js";import"./chunk-QOUW7LEQ.js";import"./chunk-D4KRP3LB.js";import{a as m}from"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as n,g as c,q as d}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a}from"./chunk-BYHIPRB2.js";import{b as s,e as h,i as p,j as o}from"./chunk-LBO2O6FZ.js";import{a as r}from"./chunk-LO2NM3CE.js";var t=class extends m{constructor(e){super();this.byCode=e;this.wide=!0;this.understood=!1;this.paper=null}disconnectedCallback(){super.disconnectedCallback(),this.paper=null}submit(){this.paper?this.attempt(()=>this.confirm()):(this.error=this.understood?(this.secret?.missing??"")||(this.byCode&&!this.code?.value.trim()?this.t("keys.begin_form.needs_code"):""):this.t("keys.begin_form.needs_understood"),this.error||this.attempt(()=>this.begin()))}async begin(){let e=await this.send(["keys","begin"],{...this.secret?.value,...this.byCode?{code:this.code?.value}:{},language:this.panel.format.language});this.secret?.clear(),this.code?.clear(),this.isConnected&&(this.paper=e)}async confirm(){let e=this.shown?.lastGroup??"";await this.send(["keys","begin","confirm"],{last_group:e}),this.paper=null,this.panel.say(this.t("keys.begun_now")),this.finish(!0)}render(){let{paper:e,busy:i}=this;return this.frame(this.t("keys.begin_form.heading"),e?s`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${e}
            @enter=${()=>this.enter()}
          ></kb-recovery-paper>`:this.warning(),s`
        ${this.cancel()}
        ${e?s`<button type="submit" class="button primary" ?disabled=${i}>
                ${n(d,20)}${this.t(i?"keys.paper.confirming":"keys.paper.confirm")}
              </button>`:s`<button type="submit" class="button danger" ?disabled=${i||this.unaccepted}>
                ${this.t(i?"keys.begin_form.working":"keys.begin_form.begin")}
              </button>`}
      `)}warning(){return s`
      <div class="note bad">
        ${n(c)}
        <div>
          <p><strong>${this.t("keys.begin_form.what")}</strong></p>
          <p>${this.t("keys.lost_old")}</p>
        </div>
      </div>
      <p>${this.t("keys.lost_recording")} ${this.t("keys.lost_new")}</p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.understood}
          @change=${e=>{this.understood=e.target.checked}}
        />
        ${this.t("keys.begin_form.understood")}
      </label>
      ${this.newSecret()}
      ${this.byCode?s`<kb-passphrase
              class="code"
              autocomplete="off"
              .panel=${this.panel}
              .label=${this.t("keys.code_form.code")}
              .hint=${this.t("keys.code_form.code_hint")}
              @enter=${()=>this.submit()}
            ></kb-passphrase>`:h}
    `}};r([p()],t.prototype,"understood",2),r([p()],t.prototype,"paper",2),r([o("kb-new-secret")],t.prototype,"secret",2),r([o("kb-passphrase.code")],t.prototype,"code",2),r([o("kb-recovery-paper")],t.prototype,"shown",2);a("kb-begin-keys",t);export{t as BeginKeysDialog};
