import{a as C,b as j,c as O,d as U}from"./chunks/chunk-3VP4YSKM.js";import{c as I}from"./chunks/chunk-JBHUP4CX.js";import"./chunks/chunk-LYGZ57WX.js";import{a as w}from"./chunks/chunk-BYHIPRB2.js";import{a as x,b as d,e as f,g as H,h as S,i as p,l as R,m as T,n as D,p as P}from"./chunks/chunk-HILQJUX4.js";import{a as u}from"./chunks/chunk-LO2NM3CE.js";var h=class extends H{static{this.styles=[R,T,D,x`
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
    `]}setConfig(n){this.config=n}getCardSize(){return 3}getGridOptions(){return{columns:12,min_columns:6,rows:"auto"}}willUpdate(n){this.hass&&this.toggleAttribute("dark",P(this.hass))}get language(){return this.hass?.language??"en"}get format(){return this.hass?U.of(this.hass):null}};u([S({attribute:!1})],h.prototype,"hass",2),u([S({attribute:!1})],h.prototype,"config",2);var $=new WeakMap;function y(s){let n=s.connection??s,t=$.get(n);return t||(t=s.callWS({type:"kuma_bouhan/dashboard"}),$.set(n,t),t.then(()=>setTimeout(()=>$.delete(n),1e4),()=>$.delete(n))),t}function N(s){history.pushState(null,"",s),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}function V(s,n){s.dispatchEvent(new CustomEvent("hass-more-info",{bubbles:!0,composed:!0,detail:{entityId:n}}))}var G={en:{camera_card:"Security camera and sign",camera_card_what:"How a camera records, and whether its sign hangs.",duties_card:"Waits for me",duties_card_what:"What is due of the security cameras, for who is signed in.",dashboard:"Security cameras",choose:"Choose a camera under the rules: the sensor of its recording state.",confirm:"The sign is there",confirmed:"Noted.",sign:"Sign",next_erasure:"Next erasure",nothing:"Nothing is due.",overdue:"Overdue since {day}",due:"Due by {day}",not_yours:"Nothing waits for you here.",number:"No. {number}",several:"{count}",more:"{count} more",calendar:"Ends of periods and checks",todo:"Duties",house:"The whole"},ja:{camera_card:"防犯カメラと設置表示",camera_card_what:"録画の状態と、設置表示の確認の状態を示します。",duties_card:"自分の業務",duties_card_what:"ログインしている人の、期限のある業務を示します。",dashboard:"防犯カメラ",choose:"運用基準の対象のカメラ（録画状態のセンサー）を選んでください。",confirm:"設置表示があることを確認",confirmed:"記載しました。",sign:"設置表示",next_erasure:"次の消去",nothing:"期限の近い業務はありません。",overdue:"期限切れ（{day}）",due:"{day}まで",not_yours:"あなたが担当する業務はありません。",number:"第{number}号",several:"{count}件",more:"ほか{count}件",calendar:"期限と予定",todo:"期限のある業務",house:"全体"}};function r(s,n,t={}){return O(G[C(s)][n],t)}function F(s){return[["kuma-bouhan-camera-card","camera_card","camera_card_what"],["kuma-bouhan-duties-card","duties_card","duties_card_what"]].map(([n,t,e])=>({type:n,name:r(s,t),description:r(s,e),preview:!0}))}var q=new Set(["recording","displayed"]),A=new Set(["connecting","switched_off","outside_hours"]),B=new Set(["inspection_due","never_confirmed","no_sign"]);function Q(s){return q.has(s)?"good":A.has(s)?"":B.has(s)?"warn":"bad"}var m=class extends h{constructor(){super(...arguments);this.place="";this.entities=null;this.confirms=!1;this.said="";this.asked="";this.confirm=async()=>{let t=this.entities?.["button.confirm_sign"];if(!(!t||!this.hass))try{await this.hass.callService("button","press",{},{entity_id:t}),this.said=r(this.language,"confirmed")}catch(e){this.said=e.message??""}}}static getConfigForm(){return{schema:[{name:"entity",required:!0,selector:{entity:{filter:[{integration:"kuma_bouhan",domain:"sensor"}]}}}]}}static async getStubConfig(t){let{cameras:e}=await y(t);return{entity:e[0]?.entities["sensor.recording_state"]??""}}willUpdate(t){super.willUpdate(t);let{hass:e,config:a}=this;!e||!a||this.asked===a.entity||(this.asked=a.entity,y(e).then(({cameras:i,may:o})=>{this.confirms=o.includes("confirm_sign");let c=i.find(({entities:l})=>Object.values(l).includes(a.entity));this.entities=c?.entities??null,this.place=c?.place??""},()=>this.asked=""))}at(t){return this.hass?.states[this.entities?.[t]??""]}render(){let{hass:t,language:e}=this;if(!t)return f;let a=this.at("sensor.recording_state");if(!a)return d`<div class="card"><p class="soft">${r(e,"choose")}</p></div>`;let i=this.at("sensor.sign"),o=this.at("sensor.next_erasure"),c=o&&!["unknown","unavailable"].includes(o.state);return d`<div class="card">
      <div class="head">
        <h2>${this.place}</h2>
        ${this.chip(a)}
      </div>
      ${i?d`<div class="head">
              <span class="soft">${r(e,"sign")}</span>
              ${this.chip(i)}
            </div>`:f}
      ${c?d`<div class="head">
              <span class="soft">${r(e,"next_erasure")}</span>
              <span>${this.format?.moment(o.state)??""}</span>
            </div>`:f}
      ${i&&i.state!=="displayed"&&this.confirms?d`<button class="button" @click=${this.confirm}>${r(e,"confirm")}</button>`:f}
      <p class="soft small" role="status">${this.said}</p>
    </div>`}chip(t){return d`<button
      class="chip ${Q(t.state)}"
      @click=${()=>V(this,t.entity_id)}
    >
      ${this.hass?.formatEntityState(t)??t.state}
    </button>`}};u([p()],m.prototype,"place",2),u([p()],m.prototype,"entities",2),u([p()],m.prototype,"confirms",2),u([p()],m.prototype,"said",2);var J=["switch.recording","sensor.oldest_footage","sensor.held_until","sensor.kept","sensor.last_gap"],X=["sensor.duties_overdue","sensor.self_check","sensor.requests_waiting","sensor.copies_out","sensor.space_forecast","binary_sensor.book_intact","binary_sensor.vault","button.lock"],K=(s,n)=>n.flatMap(t=>{let e=s[t];if(!e)return[];let a=t.startsWith("button.")?{hide_state:!0}:{};return[{type:"tile",entity:e,name:{type:"entity"},...a}]}),E=class extends HTMLElement{static async generate(n,t){let{cameras:e,entities:a}=await y(t),{language:i}=t,o=(_,v)=>({type:"heading",heading:_,icon:v}),c=a["todo.duties"],l=a["calendar.duties"],g=[{cards:[o(r(i,"house"),"mdi:shield-home-outline"),{type:"custom:kuma-bouhan-duties-card"},...K(a,X)]},...e.map(({place:_,entities:v})=>({cards:[o(_,"mdi:cctv"),{type:"custom:kuma-bouhan-camera-card",entity:v["sensor.recording_state"]},...K(v,J)]}))];return(c||l)&&g.push({cards:[o(r(i,"calendar"),"mdi:calendar-check-outline"),...c?[{type:"todo-list",entity:c,title:r(i,"todo")}]:[],...l?[{type:"calendar",entities:[l]}]:[]]}),{title:r(i,"dashboard"),views:[{type:"sections",max_columns:3,title:r(i,"dashboard"),path:"0",sections:g}]}}};var L=6,Y=5*6e4,b=class extends h{constructor(){super(...arguments);this.duties=null;this.words=null;this.refused=!1;this.overdue="";this.seen=""}static{this.styles=[...h.styles,x`
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
    `]}static getConfigForm(){return{schema:[{name:"most",selector:{number:{min:1,max:20}}}]}}static getStubConfig(){return{most:L}}connectedCallback(){super.connectedCallback(),this.again=setInterval(()=>{this.load()},Y)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.again),this.seen=""}willUpdate(t){super.willUpdate(t);let e=this.hass?`${this.language} ${this.hass.states[this.overdue]?.state??""}`:"";!e||e===this.seen||(this.seen=e,this.load())}async load(){let{hass:t,language:e}=this;if(t)try{let{entities:a,may:i}=await y(t);if(!i.includes("read_duties")){this.refused=!0;return}let[{duties:o},c]=await Promise.all([t.callWS({type:"kuma_bouhan/kept/duties",language:e}),j(C(e),["duties"])]);this.overdue=a["sensor.duties_overdue"]??"",this.duties=o.filter(({overdue:l,soon:g})=>l||g),this.words=c,this.refused=!1}catch{this.refused=!0}}render(){let{language:t,duties:e}=this,a=this.config?.most??L,i=I(e??[]);return d`<div class="card">
      <h2>${r(t,"duties_card")}</h2>
      ${this.refused?d`<p class="soft">${r(t,"not_yours")}</p>`:e&&!e.length?d`<p class="soft">${r(t,"nothing")}</p>`:d`<ul>
                ${i.slice(0,a).map(o=>d`<li>${this.duty(o)}</li>`)}
              </ul>`}
      ${e&&i.length>a?d`<p class="soft small">${r(t,"more",{count:i.length-a})}</p>`:f}
    </div>`}duty({first:t,count:e}){let{kind:a,due:i,overdue:o,place:c,number:l,path:g}=t,_=this.format?.longDay(i)??"",v=c??(l===null?"":r(this.language,"number",{number:l})),W=this.words?.(`duties.kind.${a}`)??"",z=e>1?r(this.language,"several",{count:e}):"";return d`<a
      href=${g}
      @click=${k=>{k.ctrlKey||k.metaKey||k.shiftKey||(k.preventDefault(),N(g))}}
    >
      <strong>${[W,v,z].filter(Boolean).join(" · ")}</strong>
      <span class="small ${o?"late":"soft"}">
        ${r(this.language,o?"overdue":"due",{day:_})}
      </span>
    </a>`}};u([p()],b.prototype,"duties",2),u([p()],b.prototype,"words",2),u([p()],b.prototype,"refused",2);customElements.whenDefined("home-assistant").then(()=>{w("kuma-bouhan-camera-card",m),w("kuma-bouhan-duties-card",b),w("ll-strategy-dashboard-kuma-bouhan",E)});var M=window;M.customCards??=[];M.customCards.push(...F(document.documentElement.lang));
