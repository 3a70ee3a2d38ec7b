import{a}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-QH2FQVPP.js";import{d as o}from"./chunk-3A3V5TTW.js";import{a as i}from"./chunk-BYHIPRB2.js";import{b as s}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var r=class extends a{constructor(t,e,p){super();this.way=t;this.holder=e;this.name=p}submit(){let{way:t,holder:e}=this;this.attempt(async()=>{await o(this.panel.hass,["keys",t],{user_id:e.user_id}),this.panel.say(this.t(t==="admit"?"keys.admitted_now":"keys.removed_now")),this.finish(!0)})}render(){let t=`keys.${this.way}_form`;return this.frame(this.t(`${t}.heading`),this.way==="admit"?s`<p>${this.t("keys.admit_form.what",{name:this.name})}</p>`:this.removal(),s`
        ${this.cancel(!0)}
        <button
          type="submit"
          class="button ${this.way==="admit"?"primary":"danger"}"
          ?disabled=${this.busy}
        >
          ${this.t(this.busy?`${t}.working`:`${t}.${this.way}`)}
        </button>
      `)}removal(){let{name:t}=this,{state:e}=this.holder;return e!=="holder"?s`<p>${this.t(`keys.remove_form.${e}`,{name:t})}</p>`:s`
      <p><strong>${t}</strong></p>
      <p>${this.t("keys.rotation_new")}</p>
      <p>${this.t("keys.rotation_old")}</p>
      <p class="hint">${this.t("keys.remove_form.copies")}</p>
    `}};i("kb-holder",r);export{r as HolderDialog};
