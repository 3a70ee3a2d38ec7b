import{a as m,b as h}from"./chunk-FWTH2NWR.js";import{e as p}from"./chunk-4SUMXNU5.js";import{a as o}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import{a as n,b as l,e as u}from"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as d}from"./chunk-BYHIPRB2.js";import{b as i,i as a}from"./chunk-LBO2O6FZ.js";import{a as r}from"./chunk-LO2NM3CE.js";var s=class extends o{constructor(e,t){super();this.item=e;this.copy=t;this.at="";this.fate=t!==null?"deleted":e.provided?.duty==="return"?"returned":"destroyed"}static{this.styles=[...o.styles,m]}firstUpdated(){super.firstUpdated(),this.at=n(Date.now(),this.panel.format.zone)}submit(){let e=l(this.at,this.panel.format.zone);if(e===null){this.error=this.t("requests.time_needed");return}this.attempt(async()=>{await p(this.panel.hass,"disclosure/confirm",{number:this.item.number,copy:this.copy,fate:this.fate,...Date.now()-e>6e4?{at:u(e)}:{}}),this.panel.say(this.t("requests.confirmed")),this.finish(!0)})}render(){let e=this.copy!==null?["deleted","destroyed"]:["returned","destroyed","deleted"];return this.frame(this.t("requests.confirm.heading"),i`
        <p>${this.t(`requests.confirm.${this.copy===null?"handed":"downloaded"}`)}</p>
        ${h("fate",this.t("requests.confirm.question"),e.map(t=>({value:t,label:this.t(`requests.fate.${t}`)})),this.fate,t=>this.fate=t)}
        <div class="field">
          <label for="at">${this.t("requests.confirm.when")}</label>
          <input
            id="at"
            type="datetime-local"
            .value=${this.at}
            @input=${t=>this.at=t.target.value}
          />
        </div>
      `,i`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("requests.confirm.do")}
        </button>
      `)}};r([a()],s.prototype,"fate",2),r([a()],s.prototype,"at",2);d("kb-confirm-copy",s);export{s as ConfirmCopyDialog};
