import{b as c,c as d}from"./chunk-KAPOTT53.js";import{i as m}from"./chunk-H4DKSF5R.js";import{a as h}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as l}from"./chunk-BYHIPRB2.js";import{b as i,e as n,i as p}from"./chunk-LBO2O6FZ.js";import{a}from"./chunk-LO2NM3CE.js";var r=class extends h{constructor(e,s,o){super();this.office=e;this.user=s;this.name=o;this.lastDay="";this.secrecy=!1}get own(){return this.user===this.panel.overview.me.user_id}submit(){let{office:e,user:s,lastDay:o,secrecy:t,own:f}=this;if(!t){this.error=this.t("people.form.needs_secrecy");return}this.attempt(async()=>{await this.panel.hass.callWS({type:"kuma_bouhan/end_appointment",role:e,user_id:s,...m(o),secrecy_acknowledged:t}),this.panel.say(this.t(f?"people.left_now":"people.ended_now")),this.finish(!0)})}render(){let{own:e}=this,s=this.t(`role.${this.office}`),o=this.name||this.t("people.somebody");return this.frame(this.t(e?"people.form.leave":"people.form.release"),i`
        <p>
          ${e?this.t("people.form.leave_what",{role:s}):this.t("people.form.release_what",{role:s,name:o})}
        </p>
        ${c("last-day",this.t("people.form.last_day"),this.t("people.form.last_day_hint"),this.lastDay,this.panel.format.date(Date.now()),t=>this.lastDay=t)}
        ${d(this.panel.t,e,this.secrecy,t=>this.secrecy=t)}
        ${e?n:i`<p class="hint">${this.t("people.form.keys_after")}</p>`}
      `,i`
        ${this.cancel(!0)}
        <button type="submit" class="button danger" ?disabled=${this.busy}>
          ${this.t(e?"people.leave":"people.release")}
        </button>
      `)}};a([p()],r.prototype,"lastDay",2),a([p()],r.prototype,"secrecy",2);l("kb-end-appointment",r);export{r as EndDialog};
