import"./chunk-DIEZUWRK.js";import"./chunk-YVMMDSVO.js";import"./chunk-N2ZO6ZYO.js";import{a as l}from"./chunk-4SMIJKDW.js";import{a}from"./chunk-BYHIPRB2.js";import"./chunk-QGZ25EF6.js";import{Z as e,ea as c,fa as h,ha as s,i as o,v as n}from"./chunk-APXRCTV3.js";import"./chunk-TUMC7OTP.js";import{a as i}from"./chunk-LO2NM3CE.js";var r=class extends l{constructor(){super(...arguments);this.wide=!0;this.paper=null}disconnectedCallback(){super.disconnectedCallback(),this.paper=null}submit(){this.attempt(async()=>{if(!this.paper){let t=await this.send(["keys","recovery"],{language:this.panel.format.language});this.isConnected&&(this.paper=t);return}await this.send(["keys","recovery","confirm"],{last_group:this.shown?.lastGroup??""}),this.paper=null,this.panel.say(this.t("keys.renewed_now")),this.finish(!0)})}render(){let{paper:t,busy:p}=this;return this.frame(this.t("keys.paper.heading"),t?e`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${t}
            @enter=${()=>this.submit()}
          ></kb-recovery-paper>`:e`<p>${this.t("keys.paper.prepare_what")}</p>
            <p>${this.t("keys.paper.prepare_void")}</p>
            ${this.plainHttp()}`,e`
        <button
          type="button"
          class="button quiet"
          autofocus
          ?disabled=${p}
          @click=${()=>this.finish()}
        >
          ${this.t("dialog.cancel")}
        </button>
        <button type="submit" class="button primary" ?disabled=${p||this.unaccepted}>
          ${t?e`${s(o,20)}${this.t(p?"keys.paper.confirming":"keys.paper.confirm")}`:e`${s(n,20)}${this.t(p?"keys.paper.preparing":"keys.paper.prepare")}`}
        </button>
      `)}};i([c()],r.prototype,"paper",2),i([h("kb-recovery-paper")],r.prototype,"shown",2);a("kb-recovery-code",r);export{r as RecoveryCodeDialog};
