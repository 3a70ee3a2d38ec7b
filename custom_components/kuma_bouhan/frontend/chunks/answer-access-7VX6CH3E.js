import{a as m,b as o}from"./chunk-FWTH2NWR.js";import{e as l}from"./chunk-4SUMXNU5.js";import{a}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{Ka as h,Y as c}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as u}from"./chunk-BYHIPRB2.js";import{b as n,i as r}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var b=["yes","no","unknown"],t=class extends a{constructor(s){super();this.item=s;this.business="";this.retained="";this.obliged="";let{access:e}=s;e&&(this.business=e.business,this.retained=e.retained,this.obliged=e.obliged?"yes":"no")}static{this.styles=[...a.styles,m]}submit(){let{business:s,retained:e,obliged:d}=this;if(!s||!e||!d){this.error=this.t("requests.access.all_needed");return}this.attempt(async()=>{await l(this.panel.hass,"disclosure/answer",{number:this.item.number,business:s,retained:e,obliged:d==="yes"}),this.panel.say(this.t("requests.access.said")),this.finish(!0)})}render(){let s=b.map(e=>({value:e,label:this.t(`requests.answer.${e}`)}));return this.frame(this.t("requests.access.heading"),n`
        <p class="note">
          ${h(c)}<span>${this.t("requests.access.explain")}</span>
        </p>
        ${o("business",this.t("requests.access.business"),s,this.business,e=>this.business=e,"thirds")}
        ${o("retained",this.t("requests.access.retained"),s,this.retained,e=>this.retained=e,"thirds")}
        ${o("obliged",this.t("requests.access.question"),[{value:"yes",label:this.t("requests.access.obliged"),more:this.t("requests.access.obliged_more")},{value:"no",label:this.t("requests.access.not_obliged"),more:this.t("requests.access.not_obliged_more")}],this.obliged,e=>this.obliged=e)}
      `,n`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("requests.access.do")}
        </button>
      `)}};i([r()],t.prototype,"business",2),i([r()],t.prototype,"retained",2),i([r()],t.prototype,"obliged",2);u("kb-answer-access",t);export{t as AnswerAccessDialog};
