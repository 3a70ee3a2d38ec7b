import"./chunk-DH2M34NY.js";import"./chunk-QOUW7LEQ.js";import"./chunk-D4KRP3LB.js";import{a as h}from"./chunk-ULXWQJF4.js";import"./chunk-UIIB3ZLL.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as a,P as n,q as o}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as s}from"./chunk-BYHIPRB2.js";import{b as e,i as c,j as m}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var t=class extends h{constructor(){super(...arguments);this.wide=!0;this.paper=null}disconnectedCallback(){super.disconnectedCallback(),this.paper=null}submit(){this.attempt(async()=>{if(!this.paper){let r=await this.send(["keys","recovery"],{language:this.panel.format.language});this.isConnected&&(this.paper=r);return}await this.send(["keys","recovery","confirm"],{last_group:this.shown?.lastGroup??""}),this.paper=null,this.panel.say(this.t("keys.renewed_now")),this.finish(!0)})}render(){let{paper:r,busy:p}=this;return this.frame(this.t("keys.paper.heading"),r?e`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${r}
            @enter=${()=>this.enter()}
          ></kb-recovery-paper>`:e`<p>${this.t("keys.paper.prepare_what")}</p>
            <p>${this.t("keys.paper.prepare_void")}</p>
            ${this.plainHttp()}`,e`
        ${this.cancel(!0)}
        <button type="submit" class="button primary" ?disabled=${p||this.unaccepted}>
          ${r?e`${a(o,20)}${this.t(p?"keys.paper.confirming":"keys.paper.confirm")}`:e`${a(n,20)}${this.t(p?"keys.paper.preparing":"keys.paper.prepare")}`}
        </button>
      `)}};i([c()],t.prototype,"paper",2),i([m("kb-recovery-paper")],t.prototype,"shown",2);s("kb-recovery-code",t);export{t as RecoveryCodeDialog};
