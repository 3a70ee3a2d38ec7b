import{a as n}from"./chunk-PFIUSRQB.js";import"./chunk-IHH2MFRB.js";import"./chunk-SZGFSJBZ.js";import{a as $,b as m}from"./chunk-PFLD5UYR.js";import{f as v}from"./chunk-4SUMXNU5.js";import{a as c,b as p,e as l,f as y}from"./chunk-I6UTLSEY.js";import"./chunk-5MN46PXD.js";import"./chunk-MTNA7FE6.js";import"./chunk-3A3V5TTW.js";import"./chunk-DWWQMYPI.js";import{a}from"./chunk-BYHIPRB2.js";import{b as u,e as r,i as s}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var q=["usb","disc","online","other"],x=["none","return","destruction"],e=class extends n{constructor(t){super();this.item=t;this.at="";this.medium="";this.mediumText="";this.copies="1";this.receipt=!1;this.duty="";this.due="";this.receivedBy=t.recipient.name}static{this.styles=[...n.styles,$]}firstUpdated(){super.firstUpdated(),this.at=c(Date.now(),this.panel.format.zone)}get missing(){if(p(this.at,this.panel.format.zone)===null)return this.t("requests.time_needed");if(!this.medium||this.medium==="other"&&!this.mediumText.trim())return this.t("requests.provide.medium_needed");let t=Number(this.copies);return!Number.isInteger(t)||t<1?this.t("requests.provide.copies_needed"):this.duty?this.duty!=="none"&&!this.due?this.t("requests.provide.due_needed"):"":this.t("requests.provide.duty_needed")}submit(){if(this.error=this.missing,this.error)return;let{zone:t}=this.panel.format,d=this.receivedBy.trim(),h=this.mediumText.trim();this.prove(v("disclosure/provide"),{number:this.item.number,at:l(p(this.at,t)??Date.now()),medium:this.medium,...h?{medium_text:h}:{},copies:Number(this.copies),receipt:this.receipt,...d?{received_by:d}:{},duty:this.duty,...this.duty!=="none"?{due:this.due}:{}},()=>this.panel.say(this.t("requests.provide.done")))}render(){return this.frame(this.t("requests.provide.heading"),u`
        <p>${this.t("requests.provide.what")}</p>
        ${this.input("at","datetime-local",this.at,t=>this.at=t,"at_hint")}
        ${m("medium",this.t("requests.provide.medium"),q.map(t=>({value:t,label:this.t(`requests.medium.${t}`)})),this.medium,t=>this.medium=t,"halves")}
        ${this.medium?this.input("medium_text","text",this.mediumText,t=>this.mediumText=t,this.medium==="other"?"medium_other_hint":"medium_text_hint"):r}
        ${this.input("copies","text",this.copies,t=>this.copies=t)}
        ${this.input("received_by","text",this.receivedBy,t=>this.receivedBy=t)}
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.receipt}
            @change=${t=>this.receipt=t.target.checked}
          />
          ${this.t("requests.provide.receipt")}
        </label>
        ${m("duty",this.t("requests.provide.duty"),x.map(t=>({value:t,label:this.t(`requests.duty.${t}`)})),this.duty,t=>this.chooseDuty(t))}
        ${this.duty&&this.duty!=="none"?this.input("due","date",this.due,t=>this.due=t):r}
        ${this.proof()}
      `,u`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${this.t(this.busy?"requests.sending":"requests.provide.do")}
        </button>
      `)}chooseDuty(t){this.duty=t,this.due||=y(this.panel.format.date(Date.now()),30)}input(t,d,h,f,o=""){return u`<div class="field">
      <label for=${t}>${this.t(`requests.provide.${t}`)}</label>
      <input
        id=${t}
        type=${d}
        maxlength=${d==="text"?t==="copies"?"2":"200":r}
        inputmode=${t==="copies"?"numeric":r}
        aria-describedby=${o?`${t}-hint`:r}
        .value=${h}
        @input=${b=>f(b.target.value)}
      />
      ${o?u`<p class="hint" id="${t}-hint">${this.t(`requests.provide.${o}`)}</p>`:r}
    </div>`}};i([s()],e.prototype,"at",2),i([s()],e.prototype,"medium",2),i([s()],e.prototype,"mediumText",2),i([s()],e.prototype,"copies",2),i([s()],e.prototype,"receivedBy",2),i([s()],e.prototype,"receipt",2),i([s()],e.prototype,"duty",2),i([s()],e.prototype,"due",2);a("kb-provide",e);export{e as ProvideDialog};
