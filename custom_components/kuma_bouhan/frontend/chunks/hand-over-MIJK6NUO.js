import{a as m,b as d,c as f}from"./chunk-KAPOTT53.js";import{h as c}from"./chunk-H4DKSF5R.js";import{a}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as r,e as l,i as n}from"./chunk-LBO2O6FZ.js";import{a as p}from"./chunk-LO2NM3CE.js";var s=class extends a{constructor(e,o){super();this.people=e;this.from=o;this.chosen={user_id:"",name:"",title:""};this.since="";this.secrecy=!1}get today(){return this.panel.format.date(Date.now())}submit(){let{chosen:e,since:o,secrecy:i,from:t}=this;e.user_id?i?this.attempt(async()=>{await this.panel.hass.callWS({type:"kuma_bouhan/hand_over",role:t.role,...e,...c(o,this.today),secrecy_acknowledged:i}),this.panel.say(this.t("people.handed_over_now")),this.finish(!0)}):this.error=this.t("people.form.needs_secrecy"):this.error=this.t("people.form.choose_person")}render(){let{from:e}=this,o=e.user_id===this.panel.overview.me.user_id,i=this.people.users.filter(t=>t.user_id!==e.user_id);return this.frame(this.t("people.form.hand_over",{role:this.t(`role.${e.role}`)}),r`
        <p>
          ${this.t("people.form.hand_over_what",{name:e.name||this.t("people.somebody")})}
        </p>
        ${m(this.panel.t,i,this.chosen,this.t("people.form.next"),t=>this.chosen={...this.chosen,...t})}
        ${e.role==="site_owner"?r`<p class="hint">${this.t("people.form.owner_at_once")}</p>`:d("since",this.t("people.form.since"),this.t("people.form.since_hint"),this.since,this.today,t=>this.since=t)}
        ${f(this.panel.t,o,this.secrecy,t=>this.secrecy=t)}
        ${o?l:r`<p class="hint">${this.t("people.form.keys_after")}</p>`}
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("people.hand_over")}
        </button>
      `)}};p([n()],s.prototype,"chosen",2),p([n()],s.prototype,"since",2),p([n()],s.prototype,"secrecy",2);h("kb-hand-over",s);export{s as HandOverDialog};
