import{a as m,b as r}from"./chunk-KAPOTT53.js";import{e as a,h as c,i as f}from"./chunk-H4DKSF5R.js";import{a as h}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as n}from"./chunk-BYHIPRB2.js";import{b as p,i as s}from"./chunk-LBO2O6FZ.js";import{a as o}from"./chunk-LO2NM3CE.js";var t=class extends h{constructor(i){super();this.people=i;this.office="";this.chosen={user_id:"",name:"",title:""};this.since="";this.until=""}submit(){let{office:i,chosen:e,since:d,until:l}=this;i?e.user_id?i==="deputy"&&!l?this.error=this.t("people.form.needs_until"):this.attempt(async()=>{await this.panel.hass.callWS({type:"kuma_bouhan/appoint",role:i,...e,...c(d,this.today),...f(l)}),this.panel.say(this.t("people.appointed_now")),this.finish(!0)}):this.error=this.t("people.form.choose_person"):this.error=this.t("people.form.choose_role")}get today(){return this.panel.format.date(Date.now())}render(){let i=a(this.people,this.panel.overview.me);return this.frame(this.t("people.form.appoint"),p`
        <div class="field">
          <label for="role">${this.t("people.form.role")}</label>
          <select
            id="role"
            autofocus
            aria-describedby="role-hint"
            @change=${e=>{this.office=e.target.value}}
          >
            <option value="">${this.t("people.form.choose")}</option>
            ${i.map(e=>p`<option value=${e}>${this.t(`role.${e}`)}</option>`)}
          </select>
          <p class="hint" id="role-hint">
            ${this.office?this.t(`people.does.${this.office}`):""}
          </p>
        </div>
        ${m(this.panel.t,this.people.users,this.chosen,this.t("people.form.person"),e=>this.chosen={...this.chosen,...e})}
        ${r("since",this.t("people.form.since"),this.t("people.form.since_hint"),this.since,this.today,e=>this.since=e)}
        ${r("until",this.t("people.form.until"),this.t(this.office==="deputy"?"people.form.until_needed":"people.form.until_hint"),this.until,this.since||this.today,e=>this.until=e)}
      `,p`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("people.appoint")}
        </button>
      `)}};o([s()],t.prototype,"office",2),o([s()],t.prototype,"chosen",2),o([s()],t.prototype,"since",2),o([s()],t.prototype,"until",2);n("kb-appoint",t);export{t as AppointDialog};
