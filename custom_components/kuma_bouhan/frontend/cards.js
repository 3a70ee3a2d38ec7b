import{a as x,b as D,c as O,d as j}from"./chunks/chunk-P4VDDYPN.js";import{c as U}from"./chunks/chunk-G4XT2YTV.js";import"./chunks/chunk-LYGZ57WX.js";import{a as k}from"./chunks/chunk-BYHIPRB2.js";import{a as w,b as d,e as y,g as S,h as E,i as p,l as H,m as R,n as T,p as P}from"./chunks/chunk-LBO2O6FZ.js";import{a as c}from"./chunks/chunk-LO2NM3CE.js";var h=class extends S{static{this.styles=[H,R,T,w`
      .card {
        background: var(--ha-card-background, var(--kb-card));
        border: var(--ha-card-border-width, 1px) solid var(--ha-card-border-color, var(--kb-line));
        border-radius: var(--ha-card-border-radius, 12px);
        box-shadow: var(--ha-card-box-shadow, none);
        display: grid;
        gap: 12px;
        padding: 16px;
        height: 100%;
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      h2 {
        font-size: 18px;
      }
      .soft {
        color: var(--kb-soft);
      }
      .chip {
        font: inherit;
        font-weight: 600;
        font-size: 14px;
        color: var(--kb-soft);
        padding: 4px 12px;
        border: 0;
        border-radius: 999px;
        background: var(--kb-tint);
        cursor: pointer;
      }
      .chip.good {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .chip.bad {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .chip.warn {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `]}setConfig(n){this.config=n}getCardSize(){return 3}getGridOptions(){return{columns:12,min_columns:6,rows:"auto"}}willUpdate(n){this.hass&&this.toggleAttribute("dark",P(this.hass))}get language(){return this.hass?.language??"en"}get format(){return this.hass?j.of(this.hass):null}};c([E({attribute:!1})],h.prototype,"hass",2),c([E({attribute:!1})],h.prototype,"config",2);var C=new WeakMap;function b(s){let n=s.connection??s,t=C.get(n);return t||(t=s.callWS({type:"kuma_bouhan/dashboard"}),C.set(n,t),t.then(()=>setTimeout(()=>C.delete(n),1e4),()=>C.delete(n))),t}function I(s){history.pushState(null,"",s),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}function N(s,n){s.dispatchEvent(new CustomEvent("hass-more-info",{bubbles:!0,composed:!0,detail:{entityId:n}}))}var G={en:{camera_card:"Security camera and sign",camera_card_what:"How a camera records, and whether its sign hangs.",duties_card:"Waits for me",duties_card_what:"What is due of the security cameras, for who is signed in.",dashboard:"Security cameras",choose:"Choose a camera under the rules: the sensor of its recording state.",confirm:"The sign is there",confirmed:"Noted.",sign:"Sign",next_erasure:"Next erasure",nothing:"Nothing is due.",overdue:"Overdue since {day}",due:"Due by {day}",not_yours:"Nothing waits for you here.",number:"No. {number}",several:"{count}",more:"{count} more",calendar:"Ends of periods and checks",house:"The whole"},ja:{camera_card:"防犯カメラと設置表示",camera_card_what:"録画の状態と、設置表示の確認の状態を示します。",duties_card:"自分の業務",duties_card_what:"ログインしている人の、期限のある業務を示します。",dashboard:"防犯カメラ",choose:"運用基準の対象のカメラ（録画状態のセンサー）を選んでください。",confirm:"設置表示があることを確認",confirmed:"記載しました。",sign:"設置表示",next_erasure:"次の消去",nothing:"期限の近い業務はありません。",overdue:"期限切れ（{day}）",due:"{day}まで",not_yours:"あなたが担当する業務はありません。",number:"第{number}号",several:"{count}件",more:"ほか{count}件",calendar:"期限と予定",house:"全体"}};function r(s,n,t={}){return O(G[x(s)][n],t)}function V(s){return[["kuma-bouhan-camera-card","camera_card","camera_card_what"],["kuma-bouhan-duties-card","duties_card","duties_card_what"]].map(([n,t,e])=>({type:n,get name(){return r(s(),t)},get description(){return r(s(),e)},preview:!0}))}var q=new Set(["recording","displayed"]),A=new Set(["connecting","switched_off","outside_hours"]),B=new Set(["inspection_due","never_confirmed","no_sign"]);function Q(s){return q.has(s)?"good":A.has(s)?"":B.has(s)?"warn":"bad"}var f=class extends h{constructor(){super(...arguments);this.place="";this.entities=null;this.confirms=!1;this.said="";this.asked="";this.confirm=async()=>{let t=this.entities?.["button.confirm_sign"];if(!(!t||!this.hass))try{await this.hass.callService("button","press",{},{entity_id:t}),this.said=r(this.language,"confirmed")}catch(e){this.said=e.message??""}}}static getConfigForm(){return{schema:[{name:"entity",required:!0,selector:{entity:{filter:[{integration:"kuma_bouhan",domain:"sensor"}]}}}]}}static async getStubConfig(t){let{cameras:e}=await b(t);return{entity:e[0]?.entities["sensor.recording_state"]??""}}willUpdate(t){super.willUpdate(t);let{hass:e,config:i}=this;!e||!i||this.asked===i.entity||(this.asked=i.entity,b(e).then(({cameras:a,may:o})=>{this.confirms=o.includes("confirm_sign");let u=a.find(({entities:l})=>Object.values(l).includes(i.entity));this.entities=u?.entities??null,this.place=u?.place??""},()=>this.asked=""))}at(t){return this.hass?.states[this.entities?.[t]??""]}render(){let{hass:t,language:e}=this;if(!t)return y;let i=this.at("sensor.recording_state");if(!i)return d`<div class="card"><p class="soft">${r(e,"choose")}</p></div>`;let a=this.at("sensor.sign"),o=this.at("sensor.next_erasure"),u=o&&!["unknown","unavailable"].includes(o.state);return d`<div class="card">
      <div class="head">
        <h2>${this.place}</h2>
        ${this.chip(i)}
      </div>
      ${a?d`<div class="head">
              <span class="soft">${r(e,"sign")}</span>
              ${this.chip(a)}
            </div>`:y}
      ${u?d`<div class="head">
              <span class="soft">${r(e,"next_erasure")}</span>
              <span>${this.format?.moment(o.state)??""}</span>
            </div>`:y}
      ${a&&a.state!=="displayed"&&this.confirms?d`<button class="button" @click=${this.confirm}>${r(e,"confirm")}</button>`:y}
      <p class="soft small" role="status">${this.said}</p>
    </div>`}chip(t){return d`<button
      class="chip ${Q(t.state)}"
      @click=${()=>N(this,t.entity_id)}
    >
      ${this.hass?.formatEntityState(t)??t.state}
    </button>`}};c([p()],f.prototype,"place",2),c([p()],f.prototype,"entities",2),c([p()],f.prototype,"confirms",2),c([p()],f.prototype,"said",2);var J=["switch.recording","sensor.oldest_footage","sensor.held_until","sensor.kept","sensor.last_gap"],X=["sensor.duties_overdue","sensor.self_check","sensor.requests_waiting","sensor.copies_out","sensor.space_forecast","binary_sensor.book_intact","binary_sensor.vault","button.lock"],Y={"sensor.self_check":{state_content:["of_all"]},"button.lock":{hide_state:!0}},F=(s,n)=>n.flatMap(t=>{let e=s[t];return e?[{type:"tile",entity:e,name:{type:"entity"},...Y[t]}]:[]}),$=class extends HTMLElement{static async generate(n,t){let{cameras:e,entities:i}=await b(t),{language:a}=t,o=(m,g)=>({type:"heading",heading:m,icon:g}),u=i["calendar.duties"],l=[{cards:[o(r(a,"house"),"mdi:shield-home-outline"),{type:"custom:kuma-bouhan-duties-card"},...F(i,X)]},...e.map(({place:m,entities:g})=>({cards:[o(m,"mdi:cctv"),{type:"custom:kuma-bouhan-camera-card",entity:g["sensor.recording_state"]},...F(g,J)]}))];return u&&l.push({cards:[o(r(a,"calendar"),"mdi:calendar-check-outline"),{type:"calendar",entities:[u]}]}),{title:r(a,"dashboard"),views:[{type:"sections",max_columns:3,title:r(a,"dashboard"),path:"0",sections:l}]}}};var K=6,Z=5*6e4,v=class extends h{constructor(){super(...arguments);this.duties=null;this.words=null;this.refused=!1;this.overdue="";this.seen=""}static{this.styles=[...h.styles,w`
      ul {
        display: grid;
        gap: 4px;
      }
      a {
        display: grid;
        gap: 2px;
        padding: 8px 12px;
        margin: 0 -12px;
        border-radius: 10px;
        color: var(--kb-text);
        text-decoration: none;
      }
      a:hover {
        background: var(--kb-tint);
      }
      .late {
        color: var(--kb-bad);
      }
    `]}static getConfigForm(){return{schema:[{name:"most",selector:{number:{min:1,max:20}}}]}}static getStubConfig(){return{most:K}}connectedCallback(){super.connectedCallback(),this.again=setInterval(()=>{this.load()},Z)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.again),this.seen=""}willUpdate(t){super.willUpdate(t);let e=this.hass?`${this.language} ${this.hass.states[this.overdue]?.state??""}`:"";!e||e===this.seen||(this.seen=e,this.load())}async load(){let{hass:t,language:e}=this;if(t)try{let{entities:i,may:a}=await b(t);if(!a.includes("read_duties")){this.refused=!0;return}let[{duties:o},u]=await Promise.all([t.callWS({type:"kuma_bouhan/kept/duties",language:e}),D(x(e),["duties"])]);this.overdue=i["sensor.duties_overdue"]??"",this.duties=o.filter(({mine:l,overdue:m,soon:g})=>l&&(m||g)),this.words=u,this.refused=!1}catch{this.refused=!0}}render(){let{language:t,duties:e}=this,i=this.config?.most??K,a=U(e??[]);return d`<div class="card">
      <h2>${r(t,"duties_card")}</h2>
      ${this.refused?d`<p class="soft">${r(t,"not_yours")}</p>`:e&&!e.length?d`<p class="soft">${r(t,"nothing")}</p>`:d`<ul>
                ${a.slice(0,i).map(o=>d`<li>${this.duty(o)}</li>`)}
              </ul>`}
      ${e&&a.length>i?d`<p class="soft small">${r(t,"more",{count:a.length-i})}</p>`:y}
    </div>`}duty({first:t,count:e}){let{kind:i,due:a,overdue:o,place:u,number:l,path:m}=t,g=this.format?.longDay(a)??"",M=u??(l===null?"":r(this.language,"number",{number:l})),W=this.words?.(`duties.kind.${i}`)??"",z=e>1?r(this.language,"several",{count:e}):"";return d`<a
      href=${m}
      @click=${_=>{_.ctrlKey||_.metaKey||_.shiftKey||(_.preventDefault(),I(m))}}
    >
      <strong>${[W,M,z].filter(Boolean).join(" · ")}</strong>
      <span class="small ${o?"late":"soft"}">
        ${r(this.language,o?"overdue":"due",{day:g})}
      </span>
    </a>`}};c([p()],v.prototype,"duties",2),c([p()],v.prototype,"words",2),c([p()],v.prototype,"refused",2);customElements.whenDefined("home-assistant").then(()=>{k("kuma-bouhan-camera-card",f),k("kuma-bouhan-duties-card",v),k("ll-strategy-dashboard-kuma-bouhan",$)});var L=window;L.customCards??=[];L.customCards.push(...V(()=>document.documentElement.lang));
