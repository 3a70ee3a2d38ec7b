import"./chunk-JZCCDACK.js";import"./chunk-YVMMDSVO.js";import"./chunk-O6JU2VDL.js";import{a as h}from"./chunk-27VWAN6S.js";import"./chunk-HO5IYAZT.js";import"./chunk-KKYAAM3U.js";import"./chunk-ZTCOTBSL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as p,g as c,q as d}from"./chunk-F2QIOCQC.js";import"./chunk-3A3V5TTW.js";import{a}from"./chunk-BYHIPRB2.js";import{b as r,i as o,j as n}from"./chunk-HILQJUX4.js";import{a as s}from"./chunk-LO2NM3CE.js";var t=class extends h{constructor(){super(...arguments);this.wide=!0;this.understood=!1;this.paper=null}disconnectedCallback(){super.disconnectedCallback(),this.paper=null}submit(){this.paper?this.attempt(()=>this.confirm()):(this.error=this.understood?this.secret?.missing??"":this.t("keys.begin_form.needs_understood"),this.error||this.attempt(()=>this.begin()))}async begin(){let e=await this.send(["keys","begin"],{...this.secret?.value,language:this.panel.format.language});this.secret?.clear(),this.isConnected&&(this.paper=e)}async confirm(){let e=this.shown?.lastGroup??"";await this.send(["keys","begin","confirm"],{last_group:e}),this.paper=null,this.panel.say(this.t("keys.begun_now")),this.finish(!0)}render(){let{paper:e,busy:i}=this;return this.frame(this.t("keys.begin_form.heading"),e?r`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${e}
            @enter=${()=>this.enter()}
          ></kb-recovery-paper>`:this.warning(),r`
        ${this.cancel()}
        ${e?r`<button type="submit" class="button primary" ?disabled=${i}>
                ${p(d,20)}${this.t(i?"keys.paper.confirming":"keys.paper.confirm")}
              </button>`:r`<button type="submit" class="button danger" ?disabled=${i||this.unaccepted}>
                ${this.t(i?"keys.begin_form.working":"keys.begin_form.begin")}
              </button>`}
      `)}warning(){return r`
      <div class="note bad">
        ${p(c)}
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
    `}};s([o()],t.prototype,"understood",2),s([o()],t.prototype,"paper",2),s([n("kb-new-secret")],t.prototype,"secret",2),s([n("kb-recovery-paper")],t.prototype,"shown",2);a("kb-begin-keys",t);export{t as BeginKeysDialog};
